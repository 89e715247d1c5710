using System.Text.Json.Nodes;

namespace MetaNotebooks.Notebooks.Tests;

/// <summary>A chart as the kit's formatter gives it.</summary>
internal static class SampleChart
{
    /// <summary>A line through three points.</summary>
    public static string Figure(double lastPoint = 2.5, string title = "Loss <b>falls</b>") =>
        new JsonObject
        {
            ["data"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "scatter",
                    ["x"] = new JsonArray(1, 2, 3),
                    ["y"] = new JsonArray(4, 3, lastPoint),
                }
            ),
            ["layout"] = new JsonObject
            {
                ["height"] = 300,
                ["title"] = new JsonObject { ["text"] = title },
            },
            ["config"] = new JsonObject { ["responsive"] = true },
        }.ToJsonString();

    /// <summary>The HTML around a figure; see src/MetaNotebooks.FSharp/Charts/ChartHtml.fs.</summary>
    public static string Html(string figure) =>
        $$"""
            <div data-chart="0123456789abcdef" style="width:100%;min-height:300px">
            <p>Loss: drawing this chart needs JavaScript and plotly.js, and there is none here.</p>
            <script type="application/json" data-figure>{{figure}}</script>
            </div>
            <script>(function (key) { if (1 < 2) window.Plotly; })("0123456789abcdef");</script>
            """;

    /// <summary>A cell's code that shows a figure.</summary>
    public static string Code(string figure) => $"HTML \"\"\"{Html(figure)}\"\"\"";
}
