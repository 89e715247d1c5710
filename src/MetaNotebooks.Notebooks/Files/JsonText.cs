using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MetaNotebooks.Notebooks.Files;

/// <summary>
/// Writes JSON the way Jupyter does: an indent of one space, keys in the order they stand, all but control
/// characters unescaped, numbers as they were read. <see cref="JsonSerializer"/> would escape emoji. A list of numbers
/// and nulls takes one line, where Jupyter gives each number its own: a chart's figure would be mostly indents. Figures
/// write what is no finite number as text, such as "NaN" for the gaps of a picture: it counts as one.
/// </summary>
internal static class JsonText
{
    /// <summary>The text of a node, with a newline at its end.</summary>
    public static string Write(JsonNode node)
    {
        var text = new StringBuilder();
        Write(text, node, depth: 0);
        return text.Append('\n').ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, int depth)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject members:
                WriteItems(text, '{', '}', members, depth, member => WriteMember(text, member, depth + 1));
                break;
            case JsonArray { Count: > 0 } numbers when numbers.All(IsNumber):
                text.Append('[')
                    .AppendJoin(", ", numbers.Select(number => number?.ToJsonString() ?? "null"))
                    .Append(']');
                break;
            case JsonArray items:
                WriteItems(text, '[', ']', items, depth, item => Write(text, item, depth + 1));
                break;
            default:
                if (node.GetValueKind() == JsonValueKind.String)
                    WriteString(text, node.GetValue<string>());
                else
                    text.Append(node.ToJsonString());
                break;
        }
    }

    private static bool IsNumber(JsonNode? node) =>
        node is null
        || node.GetValueKind() == JsonValueKind.Number
        || (
            node.GetValueKind() == JsonValueKind.String
            && node.GetValue<string>() is ("NaN" or "Infinity" or "-Infinity")
        );

    private static void WriteItems<T>(
        StringBuilder text,
        char open,
        char close,
        ICollection<T> items,
        int depth,
        Action<T> write
    )
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            if (!first)
                text.Append(',');
            first = false;
            text.Append('\n').Append(' ', depth + 1);
            write(item);
        }
        if (!first)
            text.Append('\n').Append(' ', depth);
        text.Append(close);
    }

    private static void WriteMember(StringBuilder text, KeyValuePair<string, JsonNode?> member, int depth)
    {
        WriteString(text, member.Key);
        text.Append(": ");
        Write(text, member.Value, depth);
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var pair = i + 1 < value.Length && char.IsSurrogatePair(value[i], value[i + 1]);
            _ = value[i] switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append(@"\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' => AppendEscaped(text, value[i]),
                // Half a pair is no character; UTF-8 cannot hold it.
                _ when char.IsSurrogate(value[i]) && !pair => text.Append('\uFFFD'),
                _ => text.Append(value[i]),
            };
            if (pair)
                text.Append(value[++i]);
        }
        text.Append('"');
    }

    private static StringBuilder AppendEscaped(StringBuilder text, char value) =>
        text.Append(CultureInfo.InvariantCulture, $"\\u{(int)value:x4}");
}
