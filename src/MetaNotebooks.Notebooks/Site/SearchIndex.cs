using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MetaNotebooks.Notebooks.Site;

/// <summary>A part of a page that a search can find.</summary>
/// <param name="Anchor">The id that a link to it names; empty for the page's beginning.</param>
/// <param name="Heading">Its heading, as plain text.</param>
/// <param name="Text">Its words, as plain text.</param>
internal sealed record SearchSection(string Anchor, string Heading, string Text);

/// <summary>Everything that can be searched for, as a script that the pages load when somebody searches.</summary>
internal static partial class SearchIndex
{
    /// <summary>The file's name.</summary>
    public const string FileName = "search-index.js";

    // It is no part of an HTML page, so that only what ends a string needs to be escaped.
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The script.</summary>
    public static string Write(
        IEnumerable<(string File, string Title, IReadOnlyList<SearchSection> Sections)> pages
    )
    {
        var lines = pages.Select(page =>
            JsonSerializer.Serialize(
                new object[]
                {
                    Uri.EscapeDataString(page.File),
                    page.Title,
                    page.Sections.Select(one => new[] { one.Anchor, one.Heading, one.Text }),
                },
                Options
            )
        );
        return $"window.metaNotebooksIndex = [\n{string.Join(",\n", lines)}\n];\n";
    }

    /// <summary>The sections of a page: one begins at each heading, and at each element that has a name to be found by.</summary>
    public static IReadOnlyList<SearchSection> Sections(string html)
    {
        var starts = Start().Matches(html);
        var sections = new List<SearchSection>();
        var first = Words(html[..(starts.Count > 0 ? starts[0].Index : html.Length)]);
        if (first.Length > 0)
            sections.Add(new SearchSection("", "", first));
        for (var i = 0; i < starts.Count; i++)
        {
            var start = starts[i];
            var end = i + 1 < starts.Count ? starts[i + 1].Index : html.Length;
            var heading = start.Groups["name"].Success
                ? WebUtility.HtmlDecode(start.Groups["name"].Value)
                : Words(start.Groups["heading"].Value);
            sections.Add(
                new SearchSection(
                    WebUtility.HtmlDecode(start.Groups["id"].Value),
                    heading,
                    Words(html[(start.Index + start.Length)..end])
                )
            );
        }
        return sections;
    }

    /// <summary>The words of HTML that this program has written.</summary>
    public static string Words(string html)
    {
        var text = Unspoken().Replace(html, " ");
        text = Formula().Replace(text, formula => TexWords.Of(formula.Groups["tex"].Value));
        text = WithinWords().Replace(text, "");
        text = WebUtility.HtmlDecode(Tag().Replace(text, " "));
        return Spaces().Replace(text, " ").Trim();
    }

    [GeneratedRegex(
        """<(?<tag>h[1-6]) id="(?<id>[^"]*)">(?<heading>.*?)</\k<tag>>|<[a-z]+ id="(?<id>[^"]*)" data-name="(?<name>[^"]*)"[^>]*>""",
        RegexOptions.Singleline
    )]
    private static partial Regex Start();

    // Links of headings, diagrams, and formulas that stand alone.
    [GeneratedRegex(
        """<a class="anchor".*?</a>|<pre class="mermaid">.*?</pre>|<span class="math display">.*?</span>""",
        RegexOptions.Singleline
    )]
    private static partial Regex Unspoken();

    [GeneratedRegex("""<span class="math">(?<tex>[^<]*)</span>""")]
    private static partial Regex Formula();

    [GeneratedRegex("</?(?:a|b|code|em|i|kbd|mark|small|span|strong|sub|sup)(?: [^>]*)?>")]
    private static partial Regex WithinWords();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
