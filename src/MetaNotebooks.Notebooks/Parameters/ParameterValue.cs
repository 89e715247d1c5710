using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Parameters;

/// <summary>Values of parameters: from a command line, and as F#.</summary>
internal static class ParameterValue
{
    private const NumberStyles Whole = NumberStyles.AllowLeadingSign;
    private const NumberStyles Any = Whole | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>
    /// What a text of a command line stands for, as papermill reads it: <c>true</c>, <c>false</c>, a whole number, a
    /// number, else a text.
    /// </summary>
    public static JsonValue Read(string text)
    {
        if (text is "true" or "True")
            return JsonValue.Create(true);
        if (text is "false" or "False")
            return JsonValue.Create(false);
        if (long.TryParse(text, Whole, CultureInfo.InvariantCulture, out var whole))
            return JsonValue.Create(whole);
        return
            double.TryParse(text, Any, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
            ? JsonValue.Create(number)
            : JsonValue.Create(text);
    }

    /// <summary>A value as F#, as papermill writes it.</summary>
    /// <param name="name">Whose value it is, for messages.</param>
    /// <param name="value">The value.</param>
    /// <param name="isFloat">Whether a whole number is to be one of those that need not be whole.</param>
    /// <exception cref="BadInputException">It is null or an object, which have no one type in F#.</exception>
    public static string ToFSharp(string name, JsonNode? value, bool isFloat = false) =>
        value switch
        {
            JsonArray items =>
                $"[ {string.Join("; ", items.Select(item => ToFSharp(name, item, isFloat)))} ]",
            JsonValue one when one.GetValueKind() is JsonValueKind.True => "true",
            JsonValue one when one.GetValueKind() is JsonValueKind.False => "false",
            JsonValue one when one.GetValueKind() is JsonValueKind.Number => Number(one, isFloat),
            JsonValue one => Text(one.GetValue<string>()),
            _ => throw new BadInputException(
                $"parameter '{name}' is {value?.ToJsonString() ?? "null"}; expected a number, a text, true, "
                    + "false, or a list of these"
            ),
        };

    /// <summary>Whether it is a number that is written as a whole one, such as 3, not 3.0.</summary>
    public static bool IsWhole(JsonNode? value) =>
        value is JsonValue one
        && one.GetValueKind() == JsonValueKind.Number
        && long.TryParse(one.ToJsonString(), Whole, CultureInfo.InvariantCulture, out _);

    private static string Number(JsonValue value, bool isFloat)
    {
        if (IsWhole(value) && !isFloat)
        {
            var whole = long.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);
            return whole is > int.MaxValue or < int.MinValue ? $"{whole}L" : $"{whole}";
        }
        var number = double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : $"{text}.0";
    }

    private static string Text(string text) =>
        $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n").Replace("\r", "\\r").Replace("\t", "\\t")}\"";
}
