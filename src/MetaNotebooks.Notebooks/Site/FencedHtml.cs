using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace MetaNotebooks.Notebooks.Site;

/// <summary>Writes code blocks: diagrams for mermaid to draw, F# with its colours, the rest as it stands.</summary>
internal sealed class FencedHtml : HtmlObjectRenderer<CodeBlock>
{
    /// <summary>What a fence says that holds a diagram.</summary>
    public const string Diagram = "mermaid";

    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, CodeBlock block)
    {
        var text = block.Lines.ToString();
        var html = (block as FencedCodeBlock)?.Info switch
        {
            Diagram => $"<pre class=\"{Diagram}\">{Html.Escape(text)}</pre>",
            "fsharp" or "f#" => $"<pre class=\"source\"><code>{FSharpHighlighter.ToHtml(text)}</code></pre>",
            _ => $"<pre><code>{Html.Escape(text)}</code></pre>",
        };
        renderer.EnsureLine();
        renderer.WriteLine(html);
    }
}
