using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace MetaNotebooks.Notebooks.Jupyter.Language;

/// <summary>The documentation files that lie beside libraries.</summary>
internal static partial class XmlDocs
{
    private static readonly ConcurrentDictionary<string, Dictionary<string, string>> Files = new();

    /// <summary>The documentation of a member; empty when there is none.</summary>
    public static string Find(string library, string member) =>
        Candidates(library)
            .Where(File.Exists)
            .Select(file => Files.GetOrAdd(file, Read).GetValueOrDefault(member, ""))
            .FirstOrDefault(text => text.Length > 0, "");

    /// <summary>Documentation without its tags.</summary>
    public static string ToPlainText(string xml)
    {
        try
        {
            return Text(XElement.Parse($"<member>{xml}</member>"));
        }
        catch (XmlException)
        {
            return xml.Trim();
        }
    }

    private static IEnumerable<string> Candidates(string library)
    {
        yield return Path.ChangeExtension(library, ".xml");
        yield return Path.Combine(
            AppContext.BaseDirectory,
            Path.GetFileNameWithoutExtension(library) + ".xml"
        );
        // The runtime has no documentation; the SDK's reference libraries have it, under the names they have there.
        var packs = Path.GetFullPath(
            "../../../packs/Microsoft.NETCore.App.Ref",
            RuntimeEnvironment.GetRuntimeDirectory()
        );
        if (!library.Contains("Microsoft.NETCore.App") || !Directory.Exists(packs))
            yield break;
        foreach (
            var name in (string[])["System.Runtime", "System.Collections", "System.Linq", "System.Console"]
        )
        foreach (var file in Directory.EnumerateFiles(packs, $"{name}.xml", SearchOption.AllDirectories))
            yield return file;
    }

    private static Dictionary<string, string> Read(string file)
    {
        var members = new Dictionary<string, string>();
        try
        {
            foreach (var member in XDocument.Load(file).Descendants("member"))
                if ((string?)member.Attribute("name") is { } name)
                    members[name] = Text(member);
        }
        catch (XmlException)
        {
            // A broken file documents nothing.
        }
        return members;
    }

    private static string Text(XElement member)
    {
        foreach (var reference in member.Descendants().Where(one => one.Attribute("cref") is not null))
            if (reference.IsEmpty)
                reference.Value = reference.Attribute("cref")!.Value.Split('.', ':')[^1];
        foreach (var name in member.Descendants().Where(one => one.Name == "paramref" && one.IsEmpty))
            name.Value = (string?)name.Attribute("name") ?? "";
        foreach (var parameter in member.Descendants("param"))
            parameter.AddFirst($"{(string?)parameter.Attribute("name")}: ");
        var parts = member.Elements().Any() ? member.Elements().Select(part => part.Value) : [member.Value];
        return string.Join('\n', parts.Select(part => Spaces().Replace(part, " ").Trim())).Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
