using MetaNotebooks.Notebooks.Site.Api;

namespace MetaNotebooks.Notebooks.Site;

/// <summary>What all pages of a site have in common.</summary>
/// <param name="Extras">The pages that are no notebooks.</param>
/// <param name="IsWhole">Whether there are other pages at all: an index, and one of all words.</param>
/// <param name="Names">Where names in code are explained, or null.</param>
internal sealed record SiteFrame(IReadOnlyList<ExtraPage> Extras, bool IsWhole, CodeNames? Names = null)
{
    /// <summary>The frame of a page that stands alone.</summary>
    public static SiteFrame None { get; } = new([], IsWhole: false);

    private const string Theme = """
        <button type="button" class="theme" aria-label="Dark page" aria-pressed="false"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.5v11a5.5 5.5 0 0 1 0-11Z"/></svg></button>
        """;

    private const string Search = """
        <div class="search" role="search"><input type="search" placeholder="Search ( / )" aria-label="Search all pages" autocomplete="off" spellcheck="false"><div class="found" hidden></div></div>
        """;

    /// <summary>The bar at the top of a page: the site's name, its extra pages, what else is given, the tools.</summary>
    /// <param name="rest">Further HTML.</param>
    public string Bar(string rest)
    {
        var links = string.Concat(
            Extras
                .Where(extra => extra.IsInBar)
                .Select(extra => $"<a href=\"{extra.FileName}\">{Html.Escape(extra.Title)}</a>")
        );
        var site = IsWhole
            ? $"<nav aria-label=\"Site\"><a class=\"home\" href=\"index.html\">MetaNotebooks</a>{links}</nav>"
            : "";
        return "<a class=\"skip\" href=\"#_main\">To the content</a>\n"
            + $"<header class=\"bar\">{site}{rest}<div class=\"tools\">{(IsWhole ? Search : "")}{Theme}</div></header>";
    }
}
