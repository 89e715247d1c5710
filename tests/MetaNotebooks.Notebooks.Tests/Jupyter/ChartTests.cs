using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Jupyter.Evaluation;
using Microsoft.DotNet.Interactive.Formatting;

namespace MetaNotebooks.Notebooks.Jupyter;

/// <summary>The forms in which values reach a client.</summary>
public sealed class ChartTests
{
    private const string Chart = """
        <div data-chart="0123456789abcdef" style="width:100%">
        <p>Loss: drawing this chart needs JavaScript.</p>
        <script type="application/json" data-figure>{"data":[],"layout":{"title":{"text":"Loss"}}}</script>
        </div>
        <script>(function (key) { })("0123456789abcdef");</script>
        """;

    [Fact]
    public void A_chart_comes_as_its_figure_as_a_page_and_as_words()
    {
        var bundle = MimeBundle.Of(new object(), [new FormattedValue("text/html", Chart)]);
        Assert.Equal("Loss", (string?)bundle["application/vnd.plotly.v1+json"]!["layout"]!["title"]!["text"]);
        Assert.Equal("Chart: Loss", (string?)bundle["text/plain"]);
        var html = (string?)bundle["text/html"];
        Assert.EndsWith(Chart, html);
        // From the folder that install fills, not from a network.
        Assert.Contains("kernelspecs/metanotebooks-fsharp/plotly.min.js", html);
        Assert.DoesNotContain("image/png", bundle.Select(form => form.Key));
    }

    [Fact]
    public void Other_html_is_left_as_it_is()
    {
        var bundle = MimeBundle.Of(new object(), [new FormattedValue("text/html", "<b>one</b>")]);
        Assert.Equal("<b>one</b>", (string?)bundle["text/html"]);
        Assert.Equal(["text/html", "text/plain"], bundle.Select(form => form.Key));
    }

    [Fact]
    public void Install_puts_what_charts_are_drawn_with_beside_the_specification()
    {
        var prefix = Directory.CreateTempSubdirectory("install-test-");
        try
        {
            var folder = KernelSpec.Install(prefix.FullName, KernelSpec.OwnName);
            var json = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "kernel.json")))!;
            Assert.Equal("F#", (string?)json["language"]);
            Assert.Equal("message", (string?)json["interrupt_mode"]);
            Assert.True(File.Exists(Path.Combine(folder, KernelSpec.Plotly)));
            Assert.Equal(folder, KernelSpec.Uninstall(prefix.FullName, KernelSpec.OwnName));
            Assert.False(Directory.Exists(folder));
        }
        finally
        {
            prefix.Delete(recursive: true);
        }
    }
}
