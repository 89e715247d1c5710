using MetaNotebooks.Jupyter.Evaluation;
using static FSharp.Compiler.Interactive.Shell;

namespace MetaNotebooks.Jupyter.Language;

/// <summary>Whether a cell could run as it stands, or its user has more to write.</summary>
internal static class Completeness
{
    // Brackets, strings, comments and directives that nothing closes.
    private static readonly int[] Unclosed = [58, 583, 3156, 514, 515, 516, 517, 1232, 3524];

    /// <summary><c>complete</c>, <c>incomplete</c> or <c>invalid</c>.</summary>
    public static string Of(FsiEvaluationSession session, string cell)
    {
        var (parse, _, _) = session.ParseAndCheckInteraction(Magics.Blank(cell), null);
        var errors = parse.Diagnostics.Where(found => found.Severity.IsError).ToArray();
        if (errors.Length == 0)
            return "complete";
        var end = cell.TrimEnd().Count(c => c == '\n') + 1;
        return errors.Any(found =>
            Unclosed.Contains(found.ErrorNumber)
            || found.Message.Contains("end of input")
            || (found.Message.Contains("ncomplete") && found.EndLine >= end)
        )
            ? "incomplete"
            : "invalid";
    }
}
