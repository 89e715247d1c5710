using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Storing;

/// <summary>What a chart is stored as.</summary>
/// <remarks>
/// No HTML: viewers that prefer it, as GitHub's does, remove its script and then show nothing. Editors draw the
/// figure, other viewers show the picture, and where there is neither, the words.
/// </remarks>
internal static class ChartBundle
{
    /// <summary>Replaces an output's data by the figure, its picture if there is one, and words.</summary>
    public static void Put(JsonObject output, JsonObject figure, string? png)
    {
        var data = new JsonObject { [ChartFigure.MimeType] = figure.DeepClone() };
        var metadata = new JsonObject();
        if (png is not null)
        {
            data["image/png"] = png;
            // The size to show it at, whatever its pixels.
            metadata["image/png"] = new JsonObject
            {
                ["height"] = ChartFigure.Height(figure),
                ["width"] = PicturePage.Width,
            };
        }
        data["text/plain"] = NotebookText.Split($"Chart: {ChartFigure.Title(figure)}");
        output["data"] = data;
        output["metadata"] = metadata;
    }
}
