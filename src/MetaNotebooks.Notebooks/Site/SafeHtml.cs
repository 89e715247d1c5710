using System.Text.RegularExpressions;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MetaNotebooks.Notebooks.Site;

/// <summary>
/// HTML in Markdown stays text, but for a few bare tags that only shape the text: a page must not do what its
/// cells' outputs did not.
/// </summary>
internal static partial class SafeHtml
{
    /// <summary>Escapes all of a fragment but the tags allowed.</summary>
    public static string Clean(string fragment)
    {
        var escaped = Html.Escape(fragment);
        return AllowedTag().Replace(escaped, tag => $"<{tag.Groups["tag"].Value}>");
    }

    [GeneratedRegex("&lt;(?<tag>/?(?:b|br|details|em|i|kbd|mark|small|strong|sub|summary|sup))\\s*/?&gt;")]
    private static partial Regex AllowedTag();

    /// <summary>Writes HTML within a line.</summary>
    internal sealed class InlineRenderer : HtmlObjectRenderer<HtmlInline>
    {
        /// <inheritdoc/>
        protected override void Write(HtmlRenderer renderer, HtmlInline inline) =>
            renderer.Write(Clean(inline.Tag));
    }

    /// <summary>Writes lines of HTML.</summary>
    internal sealed class BlockRenderer : HtmlObjectRenderer<HtmlBlock>
    {
        /// <inheritdoc/>
        protected override void Write(HtmlRenderer renderer, HtmlBlock block)
        {
            var html = Clean(block.Lines.ToString());
            // A fold opens in one block and closes in another, with Markdown between them: a division would close it.
            renderer.WriteLine(html.Contains("details>") ? html : $"<div>{html}</div>");
        }
    }
}
