using FSharp.Compiler.Tokenization;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace MetaNotebooks.Notebooks.Files;

/// <summary>Tells lines of F# that begin in code from those within a string or a comment.</summary>
internal static class FSharpLines
{
    /// <summary>
    /// The first line from a start on that is wanted and begins in code, by the compiler's own tokens; the
    /// number of lines where there is none. The line at the start does begin in code.
    /// </summary>
    public static int Find(IReadOnlyList<string> lines, int start, Predicate<string> isWanted) =>
        InCode(lines, start).Where(at => isWanted(lines[at])).FirstOrDefault(lines.Count);

    /// <summary>
    /// The lines further right, by so many spaces, but those that begin within a string, whose text would
    /// change, or within a comment. The first line does begin in code.
    /// </summary>
    public static string[] Indent(IReadOnlyList<string> lines, int by)
    {
        var inCode = InCode(lines, 0).ToHashSet();
        string Move(string line, int at) =>
            line.Length > 0 && inCode.Contains(at) ? new string(' ', by) + line : line;
        return [.. lines.Select(Move)];
    }

    // The numbers of the lines that begin in code, from one on that does.
    private static IEnumerable<int> InCode(IReadOnlyList<string> lines, int start)
    {
        var tokenizer = Tokenizer();
        var state = FSharpTokenizerLexState.Initial;
        for (var at = start; at < lines.Count; at++)
        {
            if (BeginsInCode(state))
                yield return at;
            var tokens = tokenizer.CreateLineTokenizer(lines[at]);
            FSharpOption<FSharpTokenInfo>? token;
            do (token, state) = tokens.ScanToken(state);
            while (token is not null);
        }
    }

    /// <summary>The compiler's tokenizer for a cell, a script, in which INTERACTIVE is defined.</summary>
    public static FSharpSourceTokenizer Tokenizer() =>
        new(
            ListModule.OfArray(["INTERACTIVE"]),
            FSharpOption<string>.Some("cell.fsx"),
            FSharpOption<string>.Some("preview"),
            FSharpOption<bool>.None
        );

    private static bool BeginsInCode(FSharpTokenizerLexState state) =>
        FSharpLineTokenizer.ColorStateOfLexState(state)
            is FSharpTokenizerColorState.InitialState
                or FSharpTokenizerColorState.Token
                or FSharpTokenizerColorState.SingleLineComment
                or FSharpTokenizerColorState.EndLineThenToken;
}
