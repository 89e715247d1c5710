using System.Reflection;
using System.Text.RegularExpressions;

namespace MetaNotebooks.Runner.Evaluation;

/// <summary>Words for an exception that a cell threw.</summary>
internal static partial class ExceptionText
{
    /// <summary>The exception's type, message and stack, down to the cell's own frame.</summary>
    public static CellError ToError(Exception exception)
    {
        while (exception is TargetInvocationException { InnerException: { } inner })
            exception = inner;
        var lines = exception.ToString().ReplaceLineEndings("\n").Split('\n');
        return new CellError(
            exception.GetType().FullName ?? exception.GetType().Name,
            exception.Message.ReplaceLineEndings("\n"),
            [.. CellFrames(lines)]
        );
    }

    /// <summary>The lines of a stack down to the cell's own frame.</summary>
    public static IEnumerable<string> CellFrames(IEnumerable<string> stack) =>
        stack.TakeWhile(line => !IsSession(line)).Select(line => Location().Replace(line, ShortLocation));

    // Below the cell's frame comes how it was called, the same for every cell.
    private static bool IsSession(string line) =>
        line.Contains("System.RuntimeMethodHandle.InvokeMethod(")
        || line.Contains($" at {typeof(NotebookHost).FullName}.")
        || line.Contains("InvokeStub_")
        || line.Contains("at System.Reflection.MethodBaseInvoker.");

    // Only the file's name: a stored output must not hold the paths of the machine it ran on.
    private static string ShortLocation(Match match) =>
        $" in {Path.GetFileName(match.Groups["file"].Value)}:line {match.Groups["line"].Value}";

    [GeneratedRegex(@" in (?<file>\S.*):line (?<line>\d+)$")]
    private static partial Regex Location();
}
