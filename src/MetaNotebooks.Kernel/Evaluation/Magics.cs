using System.Text;
using System.Text.RegularExpressions;

namespace MetaNotebooks.Jupyter.Evaluation;

/// <summary>Splits a cell at its magic commands, the lines that begin with <c>#!</c>.</summary>
internal static partial class Magics
{
    private const string Known =
        "#!fsharp, #!markdown, #!time, #!whos, #!import FILE, #!share --from fsharp NAME, #!set --name NAME --value VALUE";

    /// <summary>The parts of a cell, in order.</summary>
    /// <exception cref="MagicException">A magic is unknown or incomplete.</exception>
    public static IReadOnlyList<Step> Parse(string cell)
    {
        var steps = new List<Step>();
        var text = new StringBuilder();
        var markdown = false;
        void End()
        {
            if (!string.IsNullOrWhiteSpace(text.ToString()))
                steps.Add(markdown ? new MarkdownStep(text.ToString()) : new FSharpStep(text.ToString()));
        }

        var lines = cell.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (Magic().Match(lines[i]) is not { Success: true } magic)
            {
                text.Append(lines[i]).Append('\n');
                continue;
            }
            End();
            var (name, rest) = (magic.Groups["name"].Value, magic.Groups["rest"].Value.Trim());
            markdown = name is "markdown" or "md";
            // Errors keep the line numbers of the cell.
            text.Clear().Append('\n', markdown ? 0 : i);
            if (name is "set")
                text.Append(Set(rest));
            text.Append(markdown ? "" : "\n");
            if (Read(name, rest) is { } step)
                steps.Add(step);
        }
        End();
        return steps;
    }

    /// <summary>The cell with blank lines for its magics.</summary>
    public static string Blank(string cell) => Line().Replace(cell, "");

    private static Step? Read(string name, string rest) =>
        name switch
        {
            "fsharp" or "f#" or "F#" or "markdown" or "md" or "set" => null,
            "time" => new TimeStep(),
            "whos" or "who" => new WhosStep(),
            "import" when rest.Length > 0 => new ImportStep(rest.Trim('"')),
            // What F# has, F# has already.
            "share" when rest.Contains("--from fsharp") || rest.Contains("--from f#") => null,
            "csharp" or "c#" or "C#" => throw new MagicException(
                $"#!{name}: this kernel has no C#; expected one of: {Known}"
            ),
            _ => throw new MagicException($"unknown magic command '#!{name}'; expected one of: {Known}"),
        };

    private static string Set(string rest)
    {
        var match = Assignment().Match(rest);
        if (!match.Success)
            throw new MagicException($"#!set {rest}: expected #!set --name NAME --value VALUE");
        var value = match.Groups["value"].Value.Trim();
        foreach (var prefix in (string[])["@fsharp:", "@f#:"])
            if (value.StartsWith(prefix))
                return $"let {match.Groups["name"].Value} = {value[prefix.Length..]}";
        if (value.StartsWith('@'))
            throw new MagicException($"#!set: value '{value}'; expected @fsharp:NAME or a text");
        return $"let {match.Groups["name"].Value} = \"\"\"{value.Trim('"', '\'')}\"\"\"";
    }

    [GeneratedRegex(@"^#!(?<name>[^\s/]+)(?<rest>.*)$")]
    private static partial Regex Magic();

    [GeneratedRegex(@"^#[^\n]*", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"^--name\s+(?<name>\w+)\s+--value\s+(?<value>.+)$")]
    private static partial Regex Assignment();
}
