using System.Text;
using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Running;
using MetaNotebooks.Notebooks.Site.Api;

namespace MetaNotebooks.Notebooks.Site;

/// <summary>Writes a notebook's page.</summary>
/// <param name="page">The notebook.</param>
/// <param name="previous">The one before it, or null.</param>
/// <param name="next">The one after it, or null.</param>
/// <param name="frame">What all pages have.</param>
/// <param name="links">Where the notebook's links lead.</param>
internal sealed class PageHtml(Page page, Page? previous, Page? next, SiteFrame frame, PageLinks links)
{
    private readonly CodeLinks? _links = frame.Names is { } names
        ? new CodeLinks(names, page.Run.Notebook.Code.Select(cell => cell.Text))
        : null;
    private readonly MarkdownCell _markdown = new(links);
    private readonly List<Heading> _headings = [];
    private readonly StringBuilder _cells = new();
    private readonly StringBuilder _text = new();
    private Needs _needs;

    /// <summary>The HTML of the page, the libraries it draws with, and what a search finds on it.</summary>
    public (string Html, Needs Needs, IReadOnlyList<SearchSection> Sections) Write()
    {
        foreach (var cell in page.Run.Notebook.Cells)
            Add(cell);
        var body = $"""
            {frame.Bar(Neighbours("Before and after"))}
            <div class="layout">
            {ContentsHtml.Write(_headings)}<main id="_main">
            {Headline()}{Banner()}{_cells}{Invitations()}<footer class="bar">{Neighbours("Read on")}
            <span><a href="{Html.Escape(
                Uri.EscapeDataString(page.NotebookFileName)
            )}">The notebook with its outputs</a></span>
            </footer>
            </main>
            </div>
            """;
        return (Layout.Document(page.Title, body, _needs), _needs, SearchIndex.Sections(_text.ToString()));
    }

    private void Add(Cell cell)
    {
        if (cell.Kind == CellKind.Markdown)
            AddMarkdown(cell);
        else if (cell.Kind == CellKind.FSharp)
            AddCode(cell);
    }

    private void AddMarkdown(Cell cell)
    {
        var markdown = _markdown.Render(cell.Text, cell.Number);
        _headings.AddRange(markdown.Headings);
        _text.Append(markdown.Html);
        _needs |= (markdown.HasMath ? Needs.Math : 0) | (markdown.HasDiagram ? Needs.Diagram : 0);
        _cells.Append(
            $"<section class=\"cell text\" id=\"cell-{cell.Number}\">\n{markdown.Html}</section>\n"
        );
    }

    private void AddCode(Cell cell)
    {
        var time = page.Run.CellTimes.TryGetValue(cell, out var taken) ? Duration.Text(taken) : "";
        var state =
            cell == page.FailedCell ? " failed"
            : WasSkipped(cell) ? " idle"
            : "";
        var source =
            $"<pre class=\"source\"><code>{FSharpHighlighter.ToHtml(cell.Text.Trim('\n'), _links)}</code></pre>";
        _cells.Append(
            $"""
            <section class="cell code{state}" id="cell-{cell.Number}">
            <div class="gutter"><a href="#cell-{cell.Number}">[{cell.Number}]</a> <span>{time}</span></div>
            {(
                cell.IsFolded ? $"<details class=\"folded\"><summary>Show the code</summary>{source}</details>" : source
            )}

            """
        );
        foreach (var output in Page.Outputs(cell))
        {
            _needs |= OutputHtml.NeedsPlotly(output) ? Needs.Chart : 0;
            _needs |= OutputHtml.NeedsMath(output) ? Needs.Math : 0;
            _cells.Append(OutputHtml.Render(output));
        }
        _cells.Append("</section>\n");
    }

    private bool WasSkipped(Cell cell) => page.FailedCell is not null && cell.ExecutionCount is null;

    // Those who move from heading to heading start at a page's first.
    private string Headline() =>
        _headings.Any(heading => heading.Level == 1)
            ? ""
            : $"<h1 class=\"spoken\">{Html.Escape(page.Title)}</h1>\n";

    private string Banner() =>
        page.FailedCell is { } failed
            ? $"<p class=\"banner\">This notebook failed in <a href=\"#cell-{failed.Number}\">cell {failed.Number}</a>; "
                + "what follows it was not run.</p>\n"
            : "";

    private string Invitations() =>
        string.Concat(
            frame
                .Extras.Where(extra => extra.Notebook == page.Run.Notebook.Name)
                .Select(extra => extra.InvitationHtml)
        );

    private string Neighbours(string label) =>
        (previous ?? next) is null
            ? ""
            : $"<nav aria-label=\"{label}\">{Link(previous, "←", "prev")}{Link(next, "→", "next")}</nav>";

    private static string Link(Page? page, string arrow, string relation)
    {
        if (page is null)
            return "";
        var title = Html.Escape(page.Title);
        var text = relation == "prev" ? $"{arrow} {title}" : $"{title} {arrow}";
        return $"<a rel=\"{relation}\" href=\"{Html.Escape(Uri.EscapeDataString(page.FileName))}\">{text}</a>";
    }
}
