using FSharp.Compiler.Diagnostics;
using MetaNotebooks.Notebooks.Jupyter.Evaluation;
using static FSharp.Compiler.Interactive.Shell;

namespace MetaNotebooks.Notebooks.Jupyter.Language;

/// <summary>Whether a cell could run as it stands, or its user has more to write: the compiler's parser says.</summary>
internal static class Completeness
{
    // Of a text, a comment, a bracket, a function or a match that begins and does not end.
    private static readonly HashSet<int> Unended =
    [
        514,
        515,
        516,
        517,
        518,
        519,
        520,
        583,
        598,
        604,
        611,
        1232,
        3104,
        3107,
        3166,
    ];

    /// <summary><c>complete</c>, <c>incomplete</c> or <c>invalid</c>.</summary>
    public static string Of(FsiEvaluationSession session, string cell)
    {
        var code = Magics.Blank(cell).TrimEnd();
        var errors = Errors(session, code);
        if (errors.Count == 0)
            return "complete";
        // Where an expression is missing at the end, one there mends it all.
        var last = code.Split('\n')[^1];
        var indent = last.Length - last.TrimStart().Length + 4;
        return errors.Overlaps(Unended) || Errors(session, $"{code}\n{new string(' ', indent)}0").Count == 0
            ? "incomplete"
            : "invalid";
    }

    private static HashSet<int> Errors(FsiEvaluationSession session, string code)
    {
        var (parsed, _, _) = session.ParseAndCheckInteraction(code, null);
        return
        [
            .. parsed
                .Diagnostics.Where(one => one.Severity == FSharpDiagnosticSeverity.Error)
                .Select(one => one.ErrorNumber),
        ];
    }
}
