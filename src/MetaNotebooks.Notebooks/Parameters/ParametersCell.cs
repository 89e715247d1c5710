using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Parameters;

/// <summary>The parameters of a notebook: the names that its cell tagged <c>parameters</c> gives values to.</summary>
internal sealed partial class ParametersCell
{
    private readonly Dictionary<string, string> _defaults;

    private ParametersCell(Dictionary<string, string> defaults) => _defaults = defaults;

    /// <summary>The names, in their order.</summary>
    public IEnumerable<string> Names => _defaults.Keys;

    /// <summary>Reads them from a cell's text: each is a <c>let</c> of its own line.</summary>
    public static ParametersCell Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var defaults = new Dictionary<string, string>();
        FSharpLines.Find(
            lines,
            0,
            line =>
            {
                if (Binding().Match(line) is { Success: true } found)
                    defaults[found.Groups["name"].Value.Trim('`')] = found.Groups["value"].Value;
                return false;
            }
        );
        return new ParametersCell(defaults);
    }

    /// <summary>A value as F#, of the kind of the parameter's default where that is plain to see.</summary>
    /// <exception cref="BadInputException">There is no such parameter, or its default is of another kind.</exception>
    public string ToFSharp(string name, JsonNode? value)
    {
        if (!_defaults.TryGetValue(name, out var usual))
            throw new BadInputException($"'{name}' is no parameter of it; expected {Listed()}");
        var isList = usual.StartsWith('[');
        var element = isList ? usual.TrimStart('[', ' ') : usual;
        // Each job of a sweep has one value: the list of it, where a list is wanted.
        if (isList && value is JsonValue one)
            value = new JsonArray(one.DeepClone());
        var fits = isList
            ? value is JsonArray items && items.All(item => IsLike(element, item))
            : value is not JsonArray && IsLike(element, value);
        // Such as a value that is computed: the compiler tells what does not fit.
        if (!fits && IsPlain(element))
            throw new BadInputException(
                $"parameter '{name}' is {value?.ToJsonString() ?? "null"}; expected a value like its default, {usual}"
            );
        return ParameterValue.ToFSharp(name, value, isFloat: Floating().IsMatch(element));
    }

    private string Listed() => _defaults.Count == 0 ? "none: it has none" : string.Join(", ", Names);

    private static bool IsPlain(string text) =>
        text is "true" or "false"
        || text.StartsWith('"')
        || Whole().IsMatch(text)
        || Floating().IsMatch(text);

    private static bool IsLike(string usual, JsonNode? value) =>
        value?.GetValueKind() switch
        {
            JsonValueKind.True or JsonValueKind.False => usual is "true" or "false",
            JsonValueKind.String => usual.StartsWith('"'),
            JsonValueKind.Number => Floating().IsMatch(usual)
                || Whole().IsMatch(usual) && ParameterValue.IsWhole(value),
            _ => false,
        };

    [GeneratedRegex(
        @"^let\s+(mutable\s+)?(?<name>``[^`]+``|[\p{L}_][\p{L}\p{N}_']*)\s*(:[^=]*)?=\s*(?<value>.*?)\s*(//.*)?$"
    )]
    private static partial Regex Binding();

    [GeneratedRegex(@"^-?\d+(?![\d.eEfF])")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^-?\d+(\.\d*([eE][-+]?\d+)?|[eE][-+]?\d+)")]
    private static partial Regex Floating();
}
