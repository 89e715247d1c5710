using System.Text;
using System.Text.RegularExpressions;
using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Jupyter.Evaluation;

/// <summary>Splits a cell at its magic commands, the lines that begin with <c>#!</c>, and at <c>#time</c>.</summary>
internal static partial class Magics
{
    private const string Known =
        "#!fsharp, #!csharp, #!markdown, #!time, #!whos, #!import FILE, #!share --from LANGUAGE NAME [--as NAME], "
        + "#!set --name NAME --value VALUE";

    private static readonly Dictionary<string, Language> Languages = new()
    {
        ["fsharp"] = Language.FSharp,
        ["f#"] = Language.FSharp,
        ["F#"] = Language.FSharp,
        ["csharp"] = Language.CSharp,
        ["c#"] = Language.CSharp,
        ["C#"] = Language.CSharp,
        ["markdown"] = Language.Markdown,
        ["md"] = Language.Markdown,
    };

    /// <summary>The parts of a cell, in order.</summary>
    /// <exception cref="MagicException">A magic is unknown or incomplete.</exception>
    public static IReadOnlyList<Step> Parse(string cell)
    {
        var steps = new List<Step>();
        var text = new StringBuilder();
        var language = Language.FSharp;
        void End()
        {
            if (string.IsNullOrWhiteSpace(text.ToString()))
                return;
            var code = text.ToString();
            steps.Add(
                language switch
                {
                    Language.Markdown => new MarkdownStep(code),
                    Language.CSharp => new CSharpStep(code),
                    _ => new FSharpStep(code),
                }
            );
        }

        var lines = Lines(cell);
        for (var i = 0; i < lines.Length; i++)
        {
            var next = Next(lines, i, language, Magic().IsMatch);
            foreach (var line in lines[i..next])
                text.Append(line).Append('\n');
            if ((i = next) == lines.Length)
                break;
            End();
            var magic = Magic().Match(lines[i]);
            var (name, rest) = (magic.Groups["name"].Value, magic.Groups["rest"].Value.Trim());
            if (Languages.TryGetValue(name, out var other))
                language = other;
            else
                steps.Add(Read(name, rest, language));
            // Errors keep the line numbers of the cell.
            text.Clear().Append('\n', language == Language.Markdown ? 0 : i + 1);
        }
        End();
        return steps;
    }

    /// <summary>The cell with other lines for those that begin so, and stand in code.</summary>
    public static string Replace(string cell, string beginning, Func<string, string> replacement)
    {
        var (lines, language) = (Lines(cell), Language.FSharp);
        for (
            var i = 0;
            (i = Next(lines, i, language, line => line.StartsWith(beginning))) < lines.Length;
            i++
        )
        {
            language = Languages.GetValueOrDefault(Magic().Match(lines[i]).Groups["name"].Value, language);
            lines[i] = replacement(lines[i]);
        }
        return string.Join('\n', lines);
    }

    /// <summary>The cell with comments for its magics and for what is in other languages than F#.</summary>
    public static string OnlyFSharp(string cell, Func<string, string> comment)
    {
        var (lines, language) = (Lines(cell), Language.FSharp);
        for (var i = 0; i < lines.Length; i++)
        {
            var next = Next(lines, i, language, line => line.StartsWith("#!"));
            for (; i < next; i++)
                lines[i] = language == Language.FSharp ? lines[i] : comment(lines[i]);
            if (next == lines.Length)
                break;
            var after = LanguageAfter(lines[next], language);
            var isOther = after != language && after != Language.FSharp;
            lines[next] = comment(lines[next]) + (isOther ? " (left as a comment: not F#)" : "");
            language = after;
        }
        return string.Join('\n', lines);
    }

    // That of an unknown magic is not F#, whatever it is: where it ends, only the next language says.
    private static Language LanguageAfter(string magic, Language language)
    {
        var name = Magic().Match(magic).Groups["name"].Value;
        return name is "" or "time" or "whos" or "who" or "import" or "share" or "set"
            ? language
            : Languages.GetValueOrDefault(name, Language.Markdown);
    }

    /// <summary>The cell with blank lines for its magics and directives.</summary>
    public static string Blank(string cell) => Replace(cell, "#", _ => "");

    private static string[] Lines(string cell) => cell.ReplaceLineEndings("\n").Split('\n');

    // The next line that is wanted, and not a part of a string or a comment.
    private static int Next(string[] lines, int start, Language language, Predicate<string> isWanted) =>
        language switch
        {
            // In text, a line that merely looks like a magic is text.
            Language.Markdown => Array.FindIndex(lines, start, IsLanguage) is >= 0 and var at
                ? at
                : lines.Length,
            Language.CSharp => CSharpLines.Find(lines, start, isWanted),
            _ => FSharpLines.Find(lines, start, isWanted),
        };

    private static bool IsLanguage(string line) =>
        Languages.ContainsKey(Magic().Match(line).Groups["name"].Value);

    private static Step Read(string name, string rest, Language language) =>
        name switch
        {
            "time" => new TimeStep(),
            "#time" => new TimingStep(rest.Length == 0 ? null : rest == "\"on\""),
            "whos" or "who" => new WhosStep(),
            "import" when rest.Length > 0 => new ImportStep(rest.Trim('"')),
            "share" => Share(rest, language),
            "set" => Set(rest, language),
            _ => throw new MagicException($"unknown magic command '#!{name}'; expected one of: {Known}"),
        };

    private static ShareStep Share(string rest, Language language)
    {
        var (from, name) = (From().Match(rest), Named().Match(rest));
        var value = From().Replace(Named().Replace(rest, ""), "").Trim();
        if (!from.Success || value.Length == 0 || value.Contains(' '))
            throw new MagicException($"#!share {rest}: expected #!share --from LANGUAGE NAME [--as NAME]");
        return new ShareStep(
            LanguageOf(from.Groups["value"].Value),
            value,
            language,
            name.Success ? name.Groups["value"].Value : value
        );
    }

    private static Step Set(string rest, Language language)
    {
        var match = Assignment().Match(rest);
        if (!match.Success)
            throw new MagicException($"#!set {rest}: expected #!set --name NAME --value VALUE");
        var (name, value) = (match.Groups["name"].Value, match.Groups["value"].Value.Trim());
        if (!value.StartsWith('@'))
            return new SetStep(language, name, value.Trim('"', '\''));
        var parts = value[1..].Split(':', 2);
        return parts.Length == 2
            ? new ShareStep(LanguageOf(parts[0]), parts[1], language, name)
            : throw new MagicException($"#!set: value '{value}'; expected @LANGUAGE:NAME or a text");
    }

    private static Language LanguageOf(string name) =>
        Languages.TryGetValue(name, out var language) && language != Language.Markdown
            ? language
            : throw new MagicException($"language '{name}'; expected fsharp or csharp");

    [GeneratedRegex(@"^(#!(?<name>[^\s/]+)(?<rest>.*)|(?<name>#time)\b(?<rest>.*))$")]
    private static partial Regex Magic();

    [GeneratedRegex(@"--from\s+(?<value>\S+)")]
    private static partial Regex From();

    [GeneratedRegex(@"--as\s+(?<value>\w+)")]
    private static partial Regex Named();

    [GeneratedRegex(@"^--name\s+(?<name>\w+)\s+--value\s+(?<value>.+)$")]
    private static partial Regex Assignment();
}
