using System.Globalization;
using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Parameters;

namespace MetaNotebooks.Notebooks.Sweeps;

/// <summary>The values that a sweep gives to parameters: every combination is a job.</summary>
internal static class Grid
{
    // More are a slip, such as 1..1000000.
    private const int Most = 100_000;

    /// <summary>The combinations of axes such as <c>seed=1..20</c> and <c>rate=.01,.1</c>; the last changes fastest.</summary>
    /// <exception cref="BadInputException">An axis is not written so, or stands there twice.</exception>
    public static IReadOnlyList<JsonObject> Read(IEnumerable<string> axes)
    {
        var read = axes.Select(ReadAxis).ToArray();
        if (read.GroupBy(axis => axis.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new BadInputException(
                $"--grid: '{twice.Key}' is given twice; expected all its values in one"
            );
        var jobs = read.Aggregate(1L, (count, axis) => Math.Min(count * axis.Values.Count, Most + 1L));
        if (jobs > Most)
            throw new BadInputException($"--grid: more than {Most} jobs");
        IEnumerable<JsonObject> all =
        [
            [],
        ];
        foreach (var (name, values) in read)
            all = all.SelectMany(job => values.Select(value => With(job, name, value)));
        return [.. all];
    }

    private static JsonObject With(JsonObject job, string name, JsonValue value)
    {
        var more = job.DeepClone().AsObject();
        more[name] = value.DeepClone();
        return more;
    }

    private static (string Name, IReadOnlyList<JsonValue> Values) ReadAxis(string text)
    {
        if (text.Split('=', 2) is not [{ Length: > 0 } name, { Length: > 0 } list])
            throw new BadInputException($"--grid '{text}': expected a name and values, such as seed=1..20");
        var values = list.Split(',').SelectMany(part => ReadPart(text, part.Trim())).ToArray();
        if (
            values.GroupBy(value => value.ToJsonString()).FirstOrDefault(same => same.Count() > 1) is
            { } twice
        )
            throw new BadInputException(
                $"--grid '{text}': {twice.Key} is there twice; expected each value once"
            );
        return (name.Trim(), values);
    }

    private static IEnumerable<JsonValue> ReadPart(string axis, string part)
    {
        if (part.Length == 0)
            throw new BadInputException($"--grid '{axis}': a value is missing between commas");
        if (part.Split("..") is not [var from, var to])
            return [ParameterValue.Read(part)];
        if (Whole(from) is not { } first || Whole(to) is not { } last || last < first || last - first >= Most)
            throw new BadInputException(
                $"--grid '{axis}': '{part}' is not a range; expected whole numbers, the smaller first, "
                    + $"and at most {Most} of them"
            );
        return Enumerable
            .Range(0, (int)(last - first + 1))
            .Select(offset => JsonValue.Create(first + offset));
    }

    private static long? Whole(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? whole
            : null;
}
