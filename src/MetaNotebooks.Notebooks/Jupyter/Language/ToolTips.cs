using FSharp.Compiler.EditorServices;
using FSharp.Compiler.Symbols;

namespace MetaNotebooks.Notebooks.Jupyter.Language;

/// <summary>Plain text of what the compiler says about a name.</summary>
internal static class ToolTips
{
    /// <summary>The first signature's first line.</summary>
    public static string Signature(ToolTipText text) =>
        Elements(text).Select(Described).FirstOrDefault("").Split('\n')[0];

    /// <summary>All signatures, each with its documentation; empty when the name is unknown.</summary>
    public static string Write(ToolTipText text) =>
        string.Join(
            "\n\n",
            Elements(text)
                .Select(element => $"{Described(element)}\n{Documentation(element.XmlDoc)}".Trim())
                .Where(part => part.Length > 0)
                .Distinct()
        );

    private static IEnumerable<ToolTipElementData> Elements(ToolTipText text) =>
        text.Item.OfType<ToolTipElement.Group>().SelectMany(group => group.elements);

    private static string Described(ToolTipElementData element) =>
        string.Concat(element.MainDescription.Select(part => part.Text)).ReplaceLineEndings("\n").Trim();

    private static string Documentation(FSharpXmlDoc found) =>
        found switch
        {
            FSharpXmlDoc.FromXmlText { Item: var text } => XmlDocs.ToPlainText(text.GetXmlText()),
            FSharpXmlDoc.FromXmlFile file => XmlDocs.Find(file.dllName, file.xmlSig),
            _ => "",
        };
}
