using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Files;
using static MetaNotebooks.Notebooks.Tests.NotebookJson;

namespace MetaNotebooks.Notebooks.Tests.Pages;

/// <summary>The pages, as a reader's browser shows them.</summary>
[Trait("Speed", "slow")]
public sealed class BrowserTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private readonly Workspace _work = new();

    // Draws a little later, as the kit's charts do.
    private const string Chart = """
        <div id="chart" style="height:320px"></div><script>
        Promise.resolve(window.Plotly).then(Plotly =>
          Plotly.newPlot('chart', [{ x: [1, 2, 3], y: [4, 3, 2.5] }], {}, { responsive: true }));
        </script>
        """;

    [Fact]
    public async Task FormulaDiagramAndChartAreDrawnWithoutANetwork()
    {
        Write(
            _work.At("sample.ipynb"),
            Markdown(
                "m1",
                "# Sample\n\nFits $y = wx + b$.\n\n$$\\theta' = \\theta - \\alpha \\nabla_\\theta L$$"
            ),
            Markdown(
                "m2",
                "## Flow\n\n```mermaid\ngraph LR\n  A[support set] --> B(inner step)\n  B --> A\n```"
            ),
            Markdown(
                "m3",
                $"## Table\n\n|{Repeat("column |", 12)}\n|{Repeat("--- |", 12)}\n|{Repeat("value |", 12)}\n"
            ),
            Code("c1", $"let long = \"{Repeat("word ", 60)}\"", Output("text/plain", Repeat("result ", 60))),
            Code("c2", "chart", Output("text/html", Chart)),
            Code(
                "c3",
                "1",
                Output("text/html", $"<table><tr>{Repeat("<td>cell of a table</td>", 20)}</tr></table>")
            )
        );
        var report = await Export("sample");
        Assert.Empty(report.Problems);
        Assert.Equal(2, report.Formulas);
        Assert.Equal(1, report.Diagrams);
        Assert.Equal(1, report.Charts);
        Assert.Equal(0, report.Errors);
    }

    // Drawn while the page is read, when nothing stands beside it yet.
    [Fact]
    public async Task AChartFillsItsColumnOnAPageWithoutContents()
    {
        Write(_work.At("alone.ipynb"), Code("c", "chart", Output("text/html", Chart)));
        var report = await Export("alone");
        Assert.Empty(report.Problems);
        Assert.Equal(1, report.Charts);
    }

    [Fact]
    public async Task AStoredChartIsDrawn()
    {
        var stored = Output(ChartFigure.MimeType, "");
        stored["data"]![ChartFigure.MimeType] = JsonNode.Parse(SampleChart.Figure(title: "</script><b>"));
        Write(_work.At("stored.ipynb"), Code("c", "chart", stored));
        var report = await Export("stored");
        Assert.Empty(report.Problems);
        Assert.Equal(1, report.Charts);
    }

    [Fact]
    public async Task TheCheckFindsWhatIsWrong()
    {
        Write(
            _work.At("wrong.ipynb"),
            Markdown("m", "# Wrong\n\n$\\frac{1}$ and [dead](gone.csv) and [no such](#nowhere)"),
            Code("a", "1", Output("text/html", "<script>Plotly.nothing()</script>")),
            Code("b", "1", Output("text/html", "<script src=\"https://example.org/x.js\"></script>"))
        );
        var report = await Export("wrong", patience: 1000);
        string[] expected =
        [
            "formula not drawn",
            "dead link",
            "#nowhere",
            "chart not drawn",
            "script:",
            "asks the network",
        ];
        foreach (var words in expected)
            Assert.Contains(report.Problems, problem => problem.Contains(words));
    }

    [Fact]
    public async Task EveryPageOfTheSite()
    {
        var site = Environment.GetEnvironmentVariable("KIT_SITE") ?? KitRoot.At("artifacts", "site");
        Assert.SkipUnless(Directory.Exists(site), $"no site in {site}: run the notebooks first");
        var check = new PageCheck(browser.Instance);
        var wrong = new List<string>();
        foreach (var file in Directory.GetFiles(site, "*.html").Order())
        {
            var report = await check.Check(file, Pictures("site"));
            wrong.AddRange(report.Problems.Select(problem => $"{Path.GetFileName(file)}: {problem}"));
            if (report.Errors > 0)
                wrong.Add($"{Path.GetFileName(file)}: a cell failed");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private async Task<PageReport> Export(string name, int patience = Browser.Patience)
    {
        var check = new PageCheck(browser.Instance, patience);
        var (status, text) = await Workspace.Invoke("export", _work.Folder, "--out", _work.Site);
        Assert.True(status == 0, text);
        return await check.Check(Path.Combine(_work.Site, $"{name}.html"), Pictures("tests"));
    }

    private static string Pictures(string name) =>
        Directory.CreateDirectory(KitRoot.At("artifacts", "screenshots", name)).FullName;

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    /// <inheritdoc/>
    public void Dispose() => _work.Dispose();
}
