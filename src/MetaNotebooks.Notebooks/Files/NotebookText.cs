using System.Text.Json.Nodes;

namespace MetaNotebooks.Notebooks.Files;

/// <summary>Text as nbformat keeps it: one string, or a list of lines that keep their line ends.</summary>
internal static class NotebookText
{
    /// <summary>The text of a string or of a list of lines; empty when there is none.</summary>
    public static string Join(JsonNode? node) =>
        node switch
        {
            null => "",
            JsonArray lines => string.Concat(lines.Select(line => (string?)line)),
            _ => (string?)node ?? "",
        };

    /// <summary>Whether a member is one string.</summary>
    public static bool IsString(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? _);

    /// <summary>Whether a member is a text in either form, or there is none.</summary>
    public static bool Is(JsonNode? node) =>
        node is null || IsString(node) || node is JsonArray lines && lines.All(IsString);

    /// <summary>The list of lines of a text.</summary>
    public static JsonArray Split(string text)
    {
        var lines = new JsonArray();
        Append(lines, text);
        return lines;
    }

    /// <summary>Adds text to a list of lines, the first of it to a last line that has no end yet.</summary>
    public static void Append(JsonArray lines, string text)
    {
        if (lines.Count > 0 && (string?)lines[^1] is { } last && !last.EndsWith('\n'))
        {
            lines.RemoveAt(lines.Count - 1);
            text = last + text;
        }
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf('\n', start) is >= 0 and var at ? at + 1 : text.Length;
            lines.Add(text[start..end]);
            start = end;
        }
    }
}
