using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Storing;

namespace MetaNotebooks.Notebooks.Jupyter.Evaluation;

/// <summary>The forms of a chart, beside its HTML.</summary>
internal static class Charts
{
    /// <summary>Set to 1, charts come with a still picture too, which takes Chromium a second or more each.</summary>
    public const string PicturesVariable = "METANOTEBOOKS_PICTURES";

    private const string Html = "text/html";

    // A Jupyter server hands out the files of a kernel's specification, where install has put plotly.js; so
    // charts draw without a network. The chart's own script loads it from there. In a page that has left
    // Jupyter nothing says where a server is, and that script turns to the network.
    private const string Address = $$"""
        <script>(function () {
          var config = document.getElementById("jupyter-config-data");
          var base = config ? JSON.parse(config.textContent).baseUrl : document.body.dataset.baseUrl;
          if (base) window.metaNotebooksPlotlyAddress = base + "kernelspecs/{{KernelSpec.OwnName}}/{{KernelSpec.Plotly}}";
        })()</script>

        """;

    /// <summary>Adds the figure of a chart, and words; nothing when the forms are not those of one chart.</summary>
    public static void Complete(JsonObject bundle)
    {
        var output = new JsonObject { ["data"] = bundle };
        var figure = ChartFigure.Find(output);
        output.Remove("data");
        if (figure is null)
            return;
        if (bundle[Html] is { } html)
            bundle[Html] = Address + html;
        if (Picture(figure) is { } png)
            bundle["image/png"] = png;
        bundle["text/plain"] ??= $"Chart: {ChartFigure.Title(figure)}";
        if (figure.Parent is null)
            bundle[ChartFigure.MimeType] = figure;
    }

    private static string? Picture(JsonObject figure) =>
        Environment.GetEnvironmentVariable(PicturesVariable) == "1"
        && PictureBrowser.Find(Environment.GetEnvironmentVariable("PATH")) is { } browser
            ? browser.Draw([figure], 1.5, CancellationToken.None).GetAwaiter().GetResult()[0]
            : null;
}
