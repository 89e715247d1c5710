using System.Text.RegularExpressions;

namespace Signatures.Tests;

/// <summary>
/// Reads lines in F# notation, under headings <c>## Namespace.Type</c>:
/// <c>Type.name [instance](a: T, ?b: U) : R  when 'a :&gt; V [compiled: Name] [curried]</c>.
/// </summary>
public static partial class FSharpDump
{
    public static IEnumerable<Signature> Read(IEnumerable<string> lines)
    {
        var type = "";
        foreach (var line in lines.Where(line => line.Length > 0))
            if (line.StartsWith("## "))
                type = line[3..];
            else
                yield return Parse(type, line);
    }

    private static Signature Parse(string type, string line)
    {
        var rest = line;
        var marks = new List<string>();
        while (Mark().Match(rest) is { Success: true } mark)
        {
            marks.Add(mark.Value.Trim());
            rest = rest[..mark.Index];
        }

        var head = Head().Match(rest);
        var open = head.Groups["open"].Index;
        var close = TextParts.Closing(rest, open);
        var result = rest[(close + 1)..].TrimStart(' ', ':').Split("  when ");
        if (head.Groups["instance"].Success)
            marks.Add("[instance]");
        return new Signature(
            line,
            type,
            head.Groups["name"].Value,
            string.Join(" ", marks.Order()),
            [.. TextParts.SplitTop(rest[(open + 1)..close]).Select(ParseParameter)],
            result[0].Trim(),
            result.Length == 1 ? [] : [.. TextParts.SplitTop(result[1])]
        );
    }

    private static Parameter ParseParameter(string text)
    {
        // `?x` may be left out in F# only, `[<Optional>] x` in any language: not the same.
        var kind =
            text.StartsWith('?') ? "?"
            : text.StartsWith("[<Optional", StringComparison.Ordinal) ? "[<Optional>]"
            : "";
        var plain =
            kind == "[<Optional>]" ? text[(text.IndexOf(">]", StringComparison.Ordinal) + 3)..] : text;
        var colon = plain.IndexOf(": ", StringComparison.Ordinal);
        return new Parameter(plain[..colon].TrimStart('?'), plain[(colon + 2)..], kind);
    }

    [GeneratedRegex(@"\s*\[(compiled: [^\]]+|curried)\]$")]
    private static partial Regex Mark();

    // The name may be an extension's, with a namespace of blanks and the extended type before it.
    [GeneratedRegex(@"^(?<name>.*?)(?<instance> \[instance\])?(?<open>\()(?!core\))")]
    private static partial Regex Head();
}
