using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MetaNotebooks.Notebooks.Site.Api;

/// <summary>Writes documentation as HTML; all that is not one of the few tags it knows stays text.</summary>
/// <param name="link">Where the page of a documented name is, or null.</param>
internal sealed partial class DocHtml(Func<string, string?> link)
{
    /// <summary>What stands in one of the parts, within a line, or empty.</summary>
    public string Inline(XElement? part) => part is null ? "" : Write(part.Nodes()).Trim();

    /// <summary>The same as paragraphs.</summary>
    public string Block(XElement? part)
    {
        var html = Inline(part);
        var tag = HoldsBlocks().IsMatch(html) ? "div" : "p";
        return html.Length == 0 ? "" : $"<{tag}>{html}</{tag}>";
    }

    private string Write(IEnumerable<XNode> nodes)
    {
        var html = new StringBuilder();
        foreach (var node in nodes)
            html.Append(
                node switch
                {
                    XText text => Html.Escape(Spaces().Replace(text.Value, " ")),
                    XElement element => Element(element),
                    _ => "",
                }
            );
        return html.ToString();
    }

    private string Element(XElement element) =>
        element.Name.LocalName switch
        {
            "see" or "seealso" => See(element),
            "paramref" or "typeparamref" =>
                $"<code>{Html.Escape((string?)element.Attribute("name") ?? "")}</code>",
            "c" => $"<code>{Html.Escape(element.Value)}</code>",
            "code" => $"<pre><code>{Html.Escape(Unindented(element.Value))}</code></pre>",
            "para" => $"<p>{Write(element.Nodes()).Trim()}</p>",
            "list" =>
                $"<ul>{string.Concat(element.Elements("item").Select(item => $"<li>{Write(item.Nodes()).Trim()}</li>"))}</ul>",
            "term" => $"<b>{Write(element.Nodes()).Trim()}</b> ",
            _ => Write(element.Nodes()),
        };

    private string See(XElement element)
    {
        if ((string?)element.Attribute("langword") is { } word)
            return $"<code>{Html.Escape(word)}</code>";
        if ((string?)element.Attribute("href") is { } address)
        {
            var words = element.Value.Length > 0 ? element.Value : address;
            return WebAddress().IsMatch(address)
                ? $"<a href=\"{Html.Escape(address)}\">{Html.Escape(words)}</a>"
                : Html.Escape(words);
        }
        var name = (string?)element.Attribute("cref") ?? "";
        var code = $"<code>{Html.Escape(element.Value.Length > 0 ? element.Value : Short(name))}</code>";
        return link(name) is { } href ? $"<a href=\"{Html.Escape(href)}\">{code}</a>" : code;
    }

    // "M:Kit.Maml.Create(System.Int32)" is Maml.Create, "T:Kit.Maml" is Maml.
    private static string Short(string name)
    {
        var parts = name.Split('(')[0].Split(':')[^1].Split('.');
        var kept = name.StartsWith("T:", StringComparison.Ordinal)
            ? parts[^1..]
            : parts[Math.Max(0, parts.Length - 2)..];
        return Arity().Replace(string.Join('.', kept), "").Replace(".#ctor", "");
    }

    private static string Unindented(string code)
    {
        var lines = code.Replace("\r", "").Trim('\n').TrimEnd().Split('\n');
        var indent = lines
            .Where(line => line.Trim().Length > 0)
            .Select(line => line.Length - line.TrimStart().Length);
        var least = indent.DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select(line => line.Length >= least ? line[least..] : ""));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("^https?://")]
    private static partial Regex WebAddress();

    [GeneratedRegex(@"`+\d+")]
    private static partial Regex Arity();

    [GeneratedRegex("<(p|ul|pre)>")]
    private static partial Regex HoldsBlocks();
}
