using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace MetaNotebooks.Notebooks.Site;

/// <summary>Writes headings, each with a link to itself beside it.</summary>
internal sealed class HeadingHtml : HtmlObjectRenderer<HeadingBlock>
{
    /// <summary>A heading.</summary>
    /// <param name="level">From 1, the page's title.</param>
    /// <param name="id">What links to it name.</param>
    /// <param name="html">Its words.</param>
    /// <param name="words">The same as plain text.</param>
    public static string Write(int level, string id, string html, string words) =>
        $"<div class=\"heading\"><h{level} id=\"{Html.Escape(id)}\">{html}</h{level}>{Link(id, words)}</div>";

    // Not within the heading, whose name would then end in that of the link.
    private static string Link(string id, string words) =>
        $"<a class=\"anchor\" href=\"#{Html.Escape(Uri.EscapeDataString(id))}\" aria-label=\"Link to: {Html.Escape(words)}\">#</a>";

    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, HeadingBlock block)
    {
        var id = block.GetAttributes().Id!;
        renderer.EnsureLine();
        renderer.Write($"<div class=\"heading\"><h{block.Level} id=\"{Html.Escape(id)}\">");
        renderer.WriteLeafInline(block);
        renderer.WriteLine($"</h{block.Level}>{Link(id, MarkdownCell.PlainText(block))}</div>");
    }
}
