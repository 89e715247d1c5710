using System.Globalization;
using System.Text.RegularExpressions;

namespace MetaNotebooks.Notebooks.Checking;

/// <summary>Compares texts: their words as words, their numbers as numbers.</summary>
internal static partial class TextComparison
{
    /// <summary>The first line that differs, as it was stored and as it came; null when none does.</summary>
    public static Difference? Find(string stored, string came, Tolerance tolerance)
    {
        var (old, now) = (Lines(stored), Lines(came));
        for (var at = 0; at < Math.Max(old.Length, now.Length); at++)
        {
            var (oldLine, newLine) = (old.ElementAtOrDefault(at), now.ElementAtOrDefault(at));
            if (oldLine is null || newLine is null || !Same(oldLine, newLine, tolerance))
                return new Difference($"line {at + 1}", oldLine ?? "nothing", newLine ?? "nothing");
        }
        return null;
    }

    // A program that shows progress returns to the line's start; what it wrote last stays.
    private static string[] Lines(string text) =>
        [.. text.Replace("\r\n", "\n").Split('\n').Select(line => line[(line.LastIndexOf('\r') + 1)..])];

    private static bool Same(string stored, string came, Tolerance tolerance)
    {
        if (stored == came)
            return true;
        var (old, now) = (Number().Matches(stored), Number().Matches(came));
        return old.Count == now.Count
            && Number().Replace(stored, "#") == Number().Replace(came, "#")
            && old.Zip(now).All(pair => tolerance.Same(Parse(pair.First), Parse(pair.Second)));
    }

    private static double Parse(Match number) =>
        double.Parse(
            number.Value.Replace("−", "-").Replace(",", ""),
            NumberStyles.Float,
            CultureInfo.InvariantCulture
        );

    // A number that is no part of a name, with a sign that is no minus between two numbers.
    [GeneratedRegex(
        @"(?<![\p{L}\p{Nd}_.])(?:(?<![\p{L}\p{Nd}_)\]])[-−])?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\p{L}_])"
    )]
    private static partial Regex Number();
}
