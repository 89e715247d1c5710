using FSharp.Compiler.CodeAnalysis;
using FSharp.Compiler.Text;
using MetaNotebooks.Notebooks.Evaluation;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Control;
using Microsoft.FSharp.Core;

namespace MetaNotebooks.Notebooks.Files;

/// <summary>The compiler's parser, for cells and scripts.</summary>
internal static class FSharpParser
{
    // With every setting as it is by default; C# has to name them all.
    private static readonly Lazy<FSharpChecker> Own = new(() =>
        FSharpChecker.Create(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null
        )
    );

    /// <summary>Parses a text as what <c>dotnet fsi</c> runs.</summary>
    public static FSharpParseFileResults Parse(string text) => Parse(Own.Value, text, []);

    /// <summary>Parses a text as a cell, with the checker and in the language of a session.</summary>
    public static FSharpParseFileResults Parse(FSharpChecker checker, string text) =>
        Parse(checker, text, ["--langversion:preview"]);

    private static FSharpParseFileResults Parse(FSharpChecker checker, string text, string[] arguments)
    {
        var (options, _) = checker.GetParsingOptionsFromCommandLineArgs(
            ListModule.OfArray<string>([Diagnostics.CellFile, .. arguments]),
            FSharpOption<bool>.Some(true),
            FSharpOption<bool>.None
        );
        var parsing = checker.ParseFile(
            Diagnostics.CellFile,
            SourceText.ofString(text),
            options,
            FSharpOption<bool>.None,
            FSharpOption<string>.None
        );
        return FSharpAsync.RunSynchronously(parsing, null, null);
    }
}
