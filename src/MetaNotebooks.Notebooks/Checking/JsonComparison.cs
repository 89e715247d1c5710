using System.Text.Json;
using System.Text.Json.Nodes;

namespace MetaNotebooks.Notebooks.Checking;

/// <summary>Compares figures and other JSON: the same members, items, texts, and numbers within a tolerance.</summary>
internal static class JsonComparison
{
    private const int LongestShown = 60;

    /// <summary>Every place that differs; a missing member or item is one place, whatever stands in it.</summary>
    public static IEnumerable<Difference> Find(
        JsonNode? stored,
        JsonNode? came,
        Tolerance tolerance,
        string place = ""
    ) =>
        (stored, came) switch
        {
            (JsonObject old, JsonObject now) => old.Concat(now.Where(one => !old.ContainsKey(one.Key)))
                .SelectMany(member =>
                    old.ContainsKey(member.Key) && now.ContainsKey(member.Key)
                        ? Find(old[member.Key], now[member.Key], tolerance, Join(place, member.Key))
                        : [Missing(old.ContainsKey(member.Key), member.Value, Join(place, member.Key))]
                ),
            (JsonArray old, JsonArray now) => Enumerable
                .Range(0, Math.Max(old.Count, now.Count))
                .SelectMany(at =>
                    at < old.Count && at < now.Count
                        ? Find(old[at], now[at], tolerance, $"{place}[{at}]")
                        : [Missing(at < old.Count, (at < old.Count ? old : now)[at], $"{place}[{at}]")]
                ),
            _ => Same(stored, came, tolerance) ? [] : [new Difference(place, Show(stored), Show(came))],
        };

    private static bool Same(JsonNode? stored, JsonNode? came, Tolerance tolerance)
    {
        if (Kind(stored) != Kind(came))
            return false;
        return Kind(stored) switch
        {
            JsonValueKind.Number => tolerance.Same(Number(stored), Number(came)),
            JsonValueKind.String => TextComparison.Find((string)stored!, (string)came!, tolerance) is null,
            _ => true,
        };
    }

    private static JsonValueKind Kind(JsonNode? node) => node?.GetValueKind() ?? JsonValueKind.Null;

    // By its text, because a value that was not parsed may hold any type of number.
    private static double Number(JsonNode? node) =>
        double.Parse(node!.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);

    private static Difference Missing(bool wasStored, JsonNode? value, string place) =>
        wasStored
            ? new Difference(place, Show(value), "nothing")
            : new Difference(place, "nothing", Show(value));

    private static string Join(string place, string member) =>
        place.Length == 0 ? member : $"{place}.{member}";

    private static string Show(JsonNode? node)
    {
        var text = node?.ToJsonString() ?? "null";
        return text.Length <= LongestShown ? text : text[..LongestShown] + "…";
    }
}
