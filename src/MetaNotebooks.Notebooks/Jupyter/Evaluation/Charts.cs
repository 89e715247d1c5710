using System.Reflection;
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

    // What package.json names, which the build has put here.
    private static string Built(string key) =>
        Assembly
            .GetExecutingAssembly()
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(given => given.Key == key)
            .Value!;

    // A Jupyter server hands out the files of a kernel's specification, where install has put plotly.js; so
    // charts draw without a network. A page that left Jupyter, such as one that nbconvert wrote, takes the same
    // file from the network. Evaluated with no "define", because require.js, where a page has it, refuses scripts
    // that it did not load.
    private static readonly string Loader = $$"""
        <script>(function () {
          if (window.Plotly || window.metaNotebooksPlotly) return;
          var config = document.getElementById("jupyter-config-data");
          var base = config ? JSON.parse(config.textContent).baseUrl : document.body.dataset.baseUrl;
          function load(address, options) {
            return fetch(address, options).then(function (answer) {
              if (!answer.ok) throw new Error(address);
              return answer.text();
            }).then(function (text) {
              new Function("define", "exports", "module", text).call(window);
              return window.Plotly;
            });
          }
          function fromNetwork() {
            return load(
              "https://cdn.jsdelivr.net/npm/plotly.js-dist-min@{{Built("PlotlyVersion")}}/plotly.min.js",
              { integrity: "{{Built("PlotlyIntegrity")}}" });
          }
          window.metaNotebooksPlotly = !base ? fromNetwork()
            : load(base + "kernelspecs/{{KernelSpec.OwnName}}/{{KernelSpec.Plotly}}").catch(fromNetwork);
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
            bundle[Html] = Loader + html;
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
