using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Outputs;

namespace MetaNotebooks.Notebooks.Checking;

/// <summary>Compares the outputs of a cell with those that were stored.</summary>
/// <param name="tolerance">How far numbers may be apart.</param>
internal sealed class OutputComparison(Tolerance tolerance)
{
    // A picture is drawn anew by every browser and font; the figure that it shows is compared.
    private static readonly string[] Pictures = ["image/png", "image/jpeg", "image/gif"];

    /// <summary>What differs; the shape alone is compared where numbers are times.</summary>
    public IReadOnlyList<Difference> Find(
        IReadOnlyList<JsonObject> stored,
        IReadOnlyList<JsonObject> came,
        bool shapeOnly
    )
    {
        var (old, now) = (stored.Select(Shape).ToArray(), came.Select(Shape).ToArray());
        if (!old.SequenceEqual(now))
            return [new Difference("the kinds of outputs", List(old), List(now))];
        return shapeOnly ? [] : [.. stored.Zip(came).SelectMany(pair => Find(pair.First, pair.Second))];
    }

    private IEnumerable<Difference> Find(JsonObject stored, JsonObject came)
    {
        if (ChartFigure.Find(stored) is { } figure)
            return JsonComparison
                .Find(figure, ChartFigure.Find(came), tolerance)
                .Select(found => found with { Where = $"chart, {found.Where}" });
        if (stored["data"] is not JsonObject data)
            return Text(TextOf(stored), TextOf(came), "text");
        return Compared(data).SelectMany(type => Data(type, data[type], came["data"]![type]));
    }

    // A plain text beside another form is made of that, by each program in its own words, or by none.
    private static IEnumerable<string> Compared(JsonObject data) =>
        data.Select(one => one.Key).Where(type => data.Count == 1 || type != PlainText.MimeType);

    private IEnumerable<Difference> Data(string type, JsonNode? stored, JsonNode? came) =>
        Pictures.Contains(type) ? []
        : stored is JsonObject || came is JsonObject ? JsonComparison.Find(stored, came, tolerance)
        : Text(NotebookText.Join(stored), NotebookText.Join(came), type);

    private Difference[] Text(string stored, string came, string what) =>
        TextComparison.Find(stored, came, tolerance) is { } found
            ? [found with { Where = $"{what}, {found.Where}" }]
            : [];

    // The text of a stream, or of an error.
    private static string TextOf(JsonObject output) =>
        output.ContainsKey("text")
            ? NotebookText.Join(output["text"])
            : $"{output["ename"]}: {output["evalue"]}";

    private static string Shape(JsonObject output) =>
        ChartFigure.Find(output) is not null ? "chart"
        : output["data"] is JsonObject data ? string.Join('+', Compared(data).Order(StringComparer.Ordinal))
        : (string?)output["name"] ?? (string?)output["output_type"] ?? "output";

    private static string List(string[] shapes) => shapes.Length == 0 ? "none" : string.Join(", ", shapes);
}
