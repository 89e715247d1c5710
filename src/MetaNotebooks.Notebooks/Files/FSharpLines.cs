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
    public static int Find(IReadOnlyList<string> lines, int start, Predicate<string> isWanted)
    {
        var tokenizer = Tokenizer();
        var state = FSharpTokenizerLexState.Initial;
        for (var at = start; at < lines.Count; at++)
        {
            if (isWanted(lines[at]) && BeginsInCode(state))
                return at;
            var tokens = tokenizer.CreateLineTokenizer(lines[at]);
            FSharpOption<FSharpTokenInfo>? token;
            do (token, state) = tokens.ScanToken(state);
            while (token is not null);
        }
        return lines.Count;
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
