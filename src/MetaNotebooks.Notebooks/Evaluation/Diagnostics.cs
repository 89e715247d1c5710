using FSharp.Compiler.Diagnostics;

namespace MetaNotebooks.Notebooks.Evaluation;

/// <summary>Words for what the F# compiler found.</summary>
internal static class Diagnostics
{
    /// <summary>The compiler's name for text that came from no file: the cell itself.</summary>
    public const string CellFile = "input.fsx";

    /// <summary>An error that shows the first finding and lists all of them.</summary>
    public static CellError ToError(IReadOnlyList<FSharpDiagnostic> found)
    {
        var lines = found.Select(Describe).ToArray();
        return new CellError("F# error", lines[0], lines);
    }

    /// <summary>One finding: where it is, counted from 1, its number, and what the compiler says.</summary>
    public static string Describe(FSharpDiagnostic found)
    {
        var file = Path.GetFileName(found.FileName);
        var where = file is CellFile or "stdin" or "" ? "" : $"{file}, ";
        return $"{where}line {found.StartLine}, column {found.StartColumn + 1}: "
            + $"{found.ErrorNumberText}: {found.Message.ReplaceLineEndings("\n")}";
    }
}
