using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace MetaNotebooks.Notebooks.Site;

/// <summary>Writes a formula's TeX where the page's script draws it.</summary>
internal static class FormulaHtml
{
    /// <summary>A formula within a line.</summary>
    public static string Inline(string tex) => $"<span class=\"math\">{Html.Escape(tex.Trim())}</span>";

    /// <summary>A formula that stands alone.</summary>
    public static string Display(string tex) =>
        $"<span class=\"math display\">{Html.Escape(tex.Trim())}</span>";

    /// <summary>Writes <c>$…$</c>, and <c>$$…$$</c> on one line.</summary>
    internal sealed class InlineRenderer : HtmlObjectRenderer<MathInline>
    {
        /// <inheritdoc/>
        protected override void Write(HtmlRenderer renderer, MathInline formula)
        {
            var tex = formula.Content.ToString();
            renderer.Write(formula.DelimiterCount > 1 ? Display(tex) : Inline(tex));
        }
    }

    /// <summary>Writes <c>$$</c>, lines, <c>$$</c>.</summary>
    internal sealed class BlockRenderer : HtmlObjectRenderer<MathBlock>
    {
        /// <inheritdoc/>
        protected override void Write(HtmlRenderer renderer, MathBlock formula) =>
            renderer.WriteLine($"<p>{Display(formula.Lines.ToString())}</p>");
    }
}
