using System.Text.RegularExpressions;

namespace Signatures.Tests;

/// <summary>
/// Reads lines in C# notation: <c>Type.Method(T a, U b = 1) -> R static</c>, <c>Type.ctor(T a)</c>,
/// <c>Type.Property[T index] prop R get set</c>, <c>Type.Field field R static</c>; and of lines
/// <c>TYPE Name : Base …</c> the base types.
/// </summary>
public static partial class CSharpDump
{
    public static IEnumerable<Signature> Read(IEnumerable<string> lines) =>
        lines.Where(line => line.Length > 0 && !line.StartsWith("TYPE ")).Select(Parse);

    /// <summary>Each type's base, where the dump holds that too.</summary>
    public static IReadOnlyDictionary<string, string> Bases(IEnumerable<string> lines)
    {
        var types = lines.Select(line => TypeLine().Match(line)).Where(match => match.Success).ToList();
        var byShortName = types
            .Select(match => match.Groups["name"].Value)
            .ToLookup(name => name[(name.LastIndexOfAny(['.', '+']) + 1)..]);
        return types
            .Select(match =>
                (Name: match.Groups["name"].Value, Base: byShortName[ShortName(match.Groups["base"].Value)])
            )
            .Where(pair => pair.Base.Any())
            .ToDictionary(pair => pair.Name, pair => pair.Base.First());
    }

    // Module<Tensor,Tensor> stands as Module`2.
    private static string ShortName(string type)
    {
        var open = type.IndexOf('<');
        return open < 0 ? type : $"{type[..open]}`{TextParts.SplitTop(type[(open + 1)..^1]).Count()}";
    }

    private static Signature Parse(string line)
    {
        if (Field().Match(line) is { Success: true } field)
            return Member(line, field, "field", [], field.Groups["type"].Value);

        var head = Head().Match(line);
        var open = head.Groups["open"].Index;
        var close = TextParts.Closing(line, open);
        var parameters = TextParts.SplitTop(line[(open + 1)..close]).Select(ParseParameter).ToList();
        var rest = line[(close + 1)..].Trim();
        if (line[open] == '(')
            return Member(line, head, "method", parameters, Result().Match(rest).Groups["type"].Value);

        var property = Property().Match(rest);
        // The dump does not say which properties are static, and one that can only be read is part of one
        // that can be set too.
        return Member(line, head, "property", parameters, property.Groups["type"].Value) with
        {
            Kind = "property",
        };
    }

    private static Signature Member(
        string line,
        Match head,
        string kind,
        IReadOnlyList<Parameter> parameters,
        string returns
    ) =>
        new(
            line,
            head.Groups["owner"].Value,
            head.Groups["name"].Value,
            kind + (Static().IsMatch(line) ? " static" : ""),
            parameters,
            returns,
            []
        );

    private static Parameter ParseParameter(string text)
    {
        var value = text.Split(" = ", 2);
        var space = value[0].LastIndexOf(' ');
        return new Parameter(
            value[0][(space + 1)..],
            value[0][..space],
            value.Length == 2 ? value[1].Trim('"') : ""
        );
    }

    [GeneratedRegex(@"^(?<owner>.+)\.(?<name>[^.\s]+) field (?<type>\S+)( static)?$")]
    private static partial Regex Field();

    [GeneratedRegex(@"^(?<owner>[^\s(\[<]+)\.(?<name>[^.(\[]+)(?<open>[(\[])")]
    private static partial Regex Head();

    [GeneratedRegex(@"^-> (?<type>\S+)")]
    private static partial Regex Result();

    [GeneratedRegex(@"^prop (?<type>\S+)")]
    private static partial Regex Property();

    [GeneratedRegex(@" static( OBSOLETE)?$")]
    private static partial Regex Static();

    [GeneratedRegex(@"^TYPE (?<name>\S+) : (?<base>\S*)")]
    private static partial Regex TypeLine();
}
