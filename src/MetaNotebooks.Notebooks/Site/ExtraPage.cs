using MetaNotebooks.Notebooks.Site.Api;
using MetaNotebooks.Notebooks.Site.Live;

namespace MetaNotebooks.Notebooks.Site;

/// <summary>A page of the site beside those of the notebooks.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Title">Its title, which links to it show.</param>
/// <param name="Main">What stands on it, as HTML.</param>
/// <param name="Needs">The libraries it draws with.</param>
internal sealed record ExtraPage(string Name, string Title, string Main, Needs Needs)
{
    /// <summary>What its contents list; empty for a short page.</summary>
    public IReadOnlyList<Heading> Headings { get; init; } = [];

    /// <summary>Whether every page links to it.</summary>
    public bool IsInBar { get; init; } = true;

    /// <summary>What it invites to, on the index and on the page of its notebook; null for a page that is just linked to.</summary>
    public string? Invitation { get; init; }

    /// <summary>The name of the notebook that it belongs to, or null.</summary>
    public string? Notebook { get; init; }

    /// <summary>What a search finds on it.</summary>
    public IReadOnlyList<SearchSection> Sections { get; init; } = SearchIndex.Sections(Main);

    private static readonly string[] Names =
    [
        "index",
        ErrataPage.Name,
        GlossaryPage.Name,
        MamlLivePage.Name,
        ApiPages.Name,
    ];

    /// <summary>Whether such a page has a name, which a notebook then cannot have.</summary>
    public static bool Takes(string name) =>
        Names.Contains(name, StringComparer.OrdinalIgnoreCase)
        || name.StartsWith($"{ApiPages.Name}.", StringComparison.OrdinalIgnoreCase);

    /// <summary>The page's file.</summary>
    public string FileName => $"{Name}.html";

    /// <summary>A line that invites to it.</summary>
    public string InvitationHtml =>
        $"<div class=\"text invitation\"><p><a href=\"{FileName}\">{Html.Escape(Title)}</a>: {Html.Escape(Invitation ?? "")}</p></div>\n";

    /// <summary>The whole document.</summary>
    public string Document(SiteFrame frame)
    {
        var contents = ContentsHtml.Write(Headings);
        var (start, end) =
            contents.Length == 0 ? ("", "") : ($"<div class=\"layout\">\n{contents}", "\n</div>");
        var body = $"""
            {frame.Bar("")}
            {start}<main class="extra" id="_main">
            {Main}
            </main>{end}
            """;
        return Layout.Document(Title, body, Needs);
    }
}
