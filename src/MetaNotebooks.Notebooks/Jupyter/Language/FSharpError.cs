using System.Text.RegularExpressions;
using FSharp.Compiler.CodeAnalysis;
using FSharp.Compiler.Diagnostics;
using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Jupyter.Language;

/// <summary>An error that the F# compiler's parser finds in a text.</summary>
/// <param name="Number">The compiler's number of it.</param>
/// <param name="MoreMayMend">Whether text behind the end may mend it: a string closed, a body written.</param>
internal readonly partial record struct FSharpError(int Number, bool MoreMayMend)
{
    // "This token is offside": said beside the error itself, and by itself of a text that is indented wrongly.
    private const int Offside = 58;

    // What ends with the text: strings, comments, #if, brackets. Told where it begins.
    private static readonly HashSet<int> Open =
    [
        .. (int[])[513, 514, 515, 516, 517, 518, 520, 521, 553, 583, 598, 602, 603, 604, 605, 1232, 3102],
        .. Enumerable.Range(3378, 6),
    ];

    // What lacks its rest, told where it begins: if without then, an operator without its right side.
    private static readonly HashSet<int> Unfinished =
    [
        .. (int[])[547, 588, 589, 590, 594, 599, 609, 611, 3100, 3103, 3104, 3106, 3107, 3113, 3115, 3118],
        .. (int[])[3122, 3123, 3156, 3158, 3524, 3546, 3565, 3567, 3885],
    ];

    /// <summary>All of a text, parsed only, in no order that matters.</summary>
    public static IReadOnlyList<FSharpError> Of(FSharpChecker checker, string code)
    {
        var text = code.TrimEnd();
        var lines = text.Split('\n');
        // With the line that follows, an error of the end stands on that, and none of the text's own does.
        var found = FSharpParser
            .Parse(checker, text + "\n")
            .Diagnostics.Where(one => one.Severity.IsError)
            .ToArray();
        var told = found.Where(one => one.ErrorNumber != Offside).ToArray();
        return
        [
            .. (told.Length > 0 ? told : found).Select(one => new FSharpError(
                one.ErrorNumber,
                IsOfTheEnd(one, lines)
            )),
        ];
    }

    private static bool IsOfTheEnd(FSharpDiagnostic error, string[] lines) =>
        error.StartLine > lines.Length
        || Open.Contains(error.ErrorNumber)
        || Unfinished.Contains(error.ErrorNumber) && error.StartLine > LastTopLevel(lines);

    // The number of lines before the last one that begins something new.
    private static int LastTopLevel(string[] lines) => Array.FindLastIndex(lines, Beginning().IsMatch);

    [GeneratedRegex(@"^(?!(with|then|else|elif|finally|done|end|and|in|do)\b|//|\(\*)[\w\[({$""`#]")]
    private static partial Regex Beginning();
}
