using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Site;

/// <summary>The glossary that lies beside the notebooks, as a page.</summary>
internal static class GlossaryPage
{
    /// <summary>The page's name.</summary>
    public const string Name = "glossary";

    private const string Source = "GLOSSARY.md";

    /// <summary>The page, or null where no notebook's folder has a glossary.</summary>
    /// <param name="folders">The folders of the notebooks.</param>
    /// <param name="links">Gives where links in a file of a folder lead.</param>
    public static ExtraPage? Find(IEnumerable<string> folders, Func<string, PageLinks> links)
    {
        var folder = folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, Source)));
        if (folder is null)
            return null;
        var text = File.ReadAllText(Path.Combine(folder, Source));
        var markdown = new MarkdownCell(links(folder)).Render(text, cellNumber: 0);
        var needs =
            (markdown.HasMath ? Needs.Math : Needs.None) | (markdown.HasDiagram ? Needs.Diagram : Needs.None);
        return new ExtraPage(Name, "Glossary", $"<div class=\"text\">\n{markdown.Html}</div>", needs);
    }
}
