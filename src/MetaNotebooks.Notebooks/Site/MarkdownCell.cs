using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MetaNotebooks.Notebooks.Site;

/// <summary>A heading, for the table of contents; its words are HTML.</summary>
internal sealed record Heading(int Level, string Id, string Html);

/// <summary>A Markdown text as HTML, with what the page around it must know.</summary>
internal sealed record MarkdownHtml(
    string Html,
    IReadOnlyList<Heading> Headings,
    bool HasMath,
    bool HasDiagram
);

/// <summary>Turns Markdown cells into HTML.</summary>
/// <param name="links">Where the links of the notebook lead in the site.</param>
internal sealed partial class MarkdownCell(PageLinks links)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseFootnotes()
        .UseTaskLists()
        .UseAutoLinks()
        .UseListExtras()
        .UseDefinitionLists()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .UseMathematics()
        .Build();

    private readonly HashSet<string> _ids = [];

    /// <summary>Parses a text as this class does, for those who look for something in it.</summary>
    public static MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, Pipeline);

    /// <summary>Fails as rendering does.</summary>
    /// <exception cref="ArgumentException">The text is nested too deeply.</exception>
    public static void Check(string markdown)
    {
        var renderer = new HtmlRenderer(TextWriter.Null);
        Pipeline.Setup(renderer);
        renderer.Render(Parse(markdown));
    }

    /// <summary>Renders one cell; ids stay unique over all cells rendered by one instance.</summary>
    public MarkdownHtml Render(string markdown, int cellNumber)
    {
        var document = Parse(markdown);
        var headings = document.Descendants<HeadingBlock>().Select(Identify).ToArray();
        foreach (var link in document.Descendants<LinkInline>())
            link.Url = link.IsImage ? links.ToImage(link.Url ?? "") : links.ToTarget(link.Url ?? "");
        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail))
            link.Url = links.ToTarget(link.Url);

        using var text = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(text);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<HeadingRenderer>(new HeadingHtml());
        renderer.ObjectRenderers.Replace<CodeBlockRenderer>(new FencedHtml());
        renderer.ObjectRenderers.Replace<HtmlInlineRenderer>(new SafeHtml.InlineRenderer());
        renderer.ObjectRenderers.Replace<HtmlBlockRenderer>(new SafeHtml.BlockRenderer());
        renderer.ObjectRenderers.Replace<HtmlMathInlineRenderer>(new FormulaHtml.InlineRenderer());
        renderer.ObjectRenderers.Replace<HtmlMathBlockRenderer>(new FormulaHtml.BlockRenderer());
        renderer.Render(document);
        var html = text.ToString()
            // Footnotes are numbered from 1 in each cell.
            .Replace("\"#fn", $"\"#c{cellNumber}-fn")
            .Replace("id=\"fn", $"id=\"c{cellNumber}-fn")
            .Replace("<table>", "<div class=\"wide\"><table>")
            .Replace("</table>", "</table></div>");
        return new MarkdownHtml(
            html,
            headings,
            document.Descendants<MathBlock>().Any() || document.Descendants<MathInline>().Any(),
            document.Descendants<FencedCodeBlock>().Any(block => block.Info == FencedHtml.Diagram)
        );
    }

    /// <summary>The words of a heading or paragraph, without its marks.</summary>
    public static string PlainText(LeafBlock block) => Words(block, text => text, text => text, text => text);

    /// <summary>The words of a heading or paragraph, in which code and formulas are marked up but links not.</summary>
    public static string InlineHtml(LeafBlock block) =>
        Words(block, Site.Html.Escape, code => $"<code>{Site.Html.Escape(code)}</code>", FormulaHtml.Inline);

    private static string Words(
        LeafBlock block,
        Func<string, string> text,
        Func<string, string> code,
        Func<string, string> math
    ) =>
        string.Concat(
            block
                .Inline?.Descendants<Inline>()
                .Select(inline =>
                    inline switch
                    {
                        LiteralInline literal => text(literal.Content.ToString()),
                        CodeInline literal => code(literal.Content),
                        MathInline formula => math(formula.Content.ToString()),
                        HtmlEntityInline entity => text(entity.Transcoded.ToString()),
                        LineBreakInline => " ",
                        _ => "",
                    }
                )
                ?? []
        );

    private Heading Identify(HeadingBlock block)
    {
        var text = PlainText(block);
        var letters = text.ToLowerInvariant().Select(one => char.IsLetterOrDigit(one) ? one : '-').ToArray();
        var slug = string.Join('-', new string(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
        var id = Enumerable.Range(1, int.MaxValue).Select(count => Numbered(slug, count)).First(IsFree);
        _ids.Add(id);
        block.GetAttributes().Id = id;
        return new Heading(block.Level, id, InlineHtml(block));
    }

    private static string Numbered(string slug, int count) =>
        slug.Length == 0 ? $"section-{count}"
        : count == 1 ? slug
        : $"{slug}-{count}";

    // "cell-3" is that of the third cell.
    private bool IsFree(string id) => !_ids.Contains(id) && !CellId().IsMatch(id);

    [GeneratedRegex(@"^cell-\d+$")]
    private static partial Regex CellId();
}
