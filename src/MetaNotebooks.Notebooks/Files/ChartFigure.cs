using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MetaNotebooks.Notebooks.Outputs;

namespace MetaNotebooks.Notebooks.Files;

/// <summary>
/// Finds the figure of a chart, its data, layout and config, in an output: in the HTML that the kit's charts are
/// shown as, or in the JSON that they are stored as.
/// </summary>
internal static partial class ChartFigure
{
    /// <summary>The MIME type of a figure, which editors draw themselves.</summary>
    public const string MimeType = "application/vnd.plotly.v1+json";

    private const int UsualHeight = 440;

    /// <summary>The figure, or null when the output is not one chart and nothing else.</summary>
    public static JsonObject? Find(JsonObject output)
    {
        if (output["data"] is not JsonObject data)
            return null;
        if (data[MimeType] is JsonObject stored)
            return stored;
        var chart = Chart().Match(NotebookText.Join(data["text/html"]));
        return chart.Success ? Parse(chart.Groups["figure"].Value) : null;
    }

    /// <summary>The chart's title, its marks removed.</summary>
    public static string Title(JsonObject figure)
    {
        var title = (figure["layout"] as JsonObject)?["title"];
        var text = title is JsonObject members ? members["text"] : title;
        return text is JsonValue value && value.TryGetValue(out string? words)
            ? Mark().Replace(words, " ").Trim()
            : "";
    }

    /// <summary>The height that the chart asks for in CSS pixels, or the kit's usual one.</summary>
    public static int Height(JsonObject figure) =>
        (figure["layout"] as JsonObject)?["height"] is JsonValue value && value.TryGetValue(out double height)
            ? (int)height
            : UsualHeight;

    private static JsonObject? Parse(string json)
    {
        try
        {
            return Json.Parse(json) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // As src/MetaNotebooks.FSharp/Charts/ChartHtml.fs writes it: no "<" stands in the JSON.
    [GeneratedRegex(
        """
            \A\s* <div\ data-chart="[^>]*> (?:(?!<script).)*
            <script\ type="application/json"\ data-figure>(?<figure>[^<]*)</script>\s*
            </div>\s* <script>(?:(?!</script>).)*</script> \s*\z
            """,
        RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Chart();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Mark();
}
