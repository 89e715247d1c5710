using System.Globalization;
using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Storing;

/// <summary>A page that draws figures and writes their pictures, as data, into itself.</summary>
internal static class PicturePage
{
    /// <summary>The width of a picture in CSS pixels, that of a notebook's column.</summary>
    public const int Width = 700;

    // A figure that cannot be drawn leaves an empty element, so that the others keep their places.
    private const string Script = """
        (async function () {
          var figures = JSON.parse(document.getElementById("figures").textContent);
          for (var figure of figures) {
            var place = document.createElement("pre");
            place.className = "picture";
            try {
              place.textContent = await Plotly.toImage(figure.figure, {
                format: "png", width: [WIDTH], height: figure.height, scale: [SCALE]
              });
            } catch (problem) { }
            document.body.append(place);
          }
        })();
        """;

    /// <summary>The page's HTML; plotly.js comes from the kit's folder.</summary>
    public static string Write(IEnumerable<JsonObject> figures, double scale)
    {
        var plotly = new Uri(KitFolder.Module("plotly.js-dist-min", "plotly.min.js"));
        var json = string.Join(",\n", figures.Select(Item));
        var script = Script
            .Replace("[WIDTH]", $"{Width}")
            .Replace("[SCALE]", scale.ToString(CultureInfo.InvariantCulture));
        return $"""
            <!doctype html>
            <html><head><meta charset="utf-8"><script src="{plotly.AbsoluteUri}"></script></head><body>
            <script type="application/json" id="figures">[{json.Replace("<", "\\u003c")}]</script>
            <script>{script}</script>
            </body></html>
            """;
    }

    private static string Item(JsonObject figure) =>
        $$"""{ "figure": {{figure.ToJsonString()}}, "height": {{ChartFigure.Height(figure)}} }""";
}
