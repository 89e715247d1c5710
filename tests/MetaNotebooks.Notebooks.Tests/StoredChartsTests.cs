using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Storing;
using static MetaNotebooks.Notebooks.Tests.NotebookJson;

namespace MetaNotebooks.Notebooks.Tests;

/// <summary>Charts in stored outputs: what editors draw, and what other viewers show.</summary>
[Trait("Speed", "slow")]
public sealed class StoredChartsTests : IDisposable
{
    private static readonly string[] WithPicture = [ChartFigure.MimeType, "image/png", "text/plain"];

    private readonly Workspace _work = new();

    [Fact]
    public async Task RunStoresTheFigureThePictureAndWords()
    {
        Assert.SkipWhen(Chromium() is null, "no chromium on the PATH");
        Write(
            _work.At("charts.ipynb"),
            Code("one", SampleChart.Code(SampleChart.Figure())),
            Code("table", "HTML \"<table><tr><td>1</td></tr></table>\""),
            Code("two", SampleChart.Code(SampleChart.Figure(title: "Other")))
        );
        var (status, text) = await Workspace.Invoke("run", _work.Folder, "--out", _work.Site, "--store");
        Assert.True(status == 0, text);
        var cells = NotebookReader.Read(_work.At("charts.ipynb")).Cells;
        var one = Data(cells[0]);
        Assert.Equal(WithPicture, one.Select(member => member.Key));
        Assert.Equal(2.5, (double?)one[ChartFigure.MimeType]!["data"]![0]!["y"]![2]);
        Assert.Equal((1050, 450), PngSize(one));
        Assert.Equal("Chart: Loss  falls", NotebookText.Join(one["text/plain"]));
        Assert.Equal(700, (int?)cells[0].Outputs[0]!["metadata"]!["image/png"]!["width"]);
        Assert.Equal(["text/html", "text/plain"], Data(cells[1]).Select(member => member.Key));
        Assert.Equal("Chart: Other", NotebookText.Join(Data(cells[2])["text/plain"]));
        // The site's pages are made of what the cells gave.
        Assert.Contains("data-chart=\"0123456789abcdef\"", _work.Page("charts"));
    }

    [Fact]
    public async Task WithoutABrowserOneLineSaysSo()
    {
        var notebook = Store(SampleChart.Figure(), SampleChart.Figure());
        var lines = new List<string>();
        await new NotebookStore(null, lines.Add).Write([notebook], CancellationToken.None);
        Assert.Equal(["charts stored without a picture: 2 (no Chromium, Chrome or Edge here)"], lines);
        var stored = Data(NotebookReader.Read(notebook.Path).Cells[0]);
        Assert.Equal([ChartFigure.MimeType, "text/plain"], stored.Select(member => member.Key));
        // Elsewhere it is found in the system's own place too.
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has it on the PATH alone.");
        Assert.Null(PictureBrowser.Find(_work.Folder));
        Assert.Null(PictureBrowser.Find(null));
    }

    [Fact]
    public async Task AFigureThatCannotBeDrawnSpoilsNoOther()
    {
        Assert.SkipWhen(Chromium() is null, "no chromium on the PATH");
        var notebook = Store("""{ "data": 1, "layout": { "xaxis": 7 } }""", SampleChart.Figure());
        var lines = new List<string>();
        await new NotebookStore(Chromium(), lines.Add).Write([notebook], CancellationToken.None);
        Assert.Equal((1050, 450), PngSize(Data(NotebookReader.Read(notebook.Path).Cells[1])));
    }

    [Fact]
    public async Task WhatIsLargeGetsSmallerPictures()
    {
        Assert.SkipWhen(Chromium() is null, "no chromium on the PATH");
        var notebook = Store(SampleChart.Figure(title: new string('x', 2_000_000)));
        var lines = new List<string>();
        await new NotebookStore(Chromium(), lines.Add).Write([notebook], CancellationToken.None);
        Assert.Equal((700, 300), PngSize(Data(NotebookReader.Read(notebook.Path).Cells[0])));
        Assert.Matches("^charts: stored, but large: [4-9].. million characters$", Assert.Single(lines));
    }

    [Theory]
    [InlineData("<b>x</b>")]
    [InlineData("<script type=\"application/json\" data-figure>{}</script>")]
    [InlineData("chart and more")]
    public void OnlyAChartAloneIsAFigure(string html)
    {
        if (html == "chart and more")
            html = SampleChart.Html(SampleChart.Figure()) + "<p>more</p>";
        Assert.Null(ChartFigure.Find(Output("text/html", html)));
    }

    [Fact]
    public void BrokenJsonIsNoFigure() =>
        Assert.Null(ChartFigure.Find(Output("text/html", SampleChart.Html("{"))));

    private Notebook Store(params string[] figures)
    {
        var path = _work.At("charts.ipynb");
        var cells = figures.Select(
            (figure, at) => Code($"c{at}", "1", Output("text/html", SampleChart.Html(figure)))
        );
        Write(path, [.. cells]);
        return NotebookReader.Read(path);
    }

    private static PictureBrowser? Chromium() =>
        PictureBrowser.Find(Environment.GetEnvironmentVariable("PATH"));

    private static JsonObject Data(Cell cell) => cell.Outputs[0]!["data"]!.AsObject();

    // Width and height stand at a fixed place of every PNG.
    private static (int Width, int Height) PngSize(JsonObject data)
    {
        var bytes = Convert.FromBase64String((string)data["image/png"]!);
        int At(int start) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(start));
        return (At(16), At(20));
    }

    /// <inheritdoc/>
    public void Dispose() => _work.Dispose();
}
