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
        var lines = Short(exception.ToString()).Split('\n');
        return new CellError(
            exception.GetType().FullName ?? exception.GetType().Name,
            Short(exception.Message),
            [.. CellFrames(lines)]
        );
    }

    /// <summary>The lines of a stack down to the cell's own frame.</summary>
    public static IEnumerable<string> CellFrames(IEnumerable<string> stack) =>
        stack.TakeWhile(line => !IsSession(line)).Select(line => Location().Replace(line, ShortLocation));

    // Without the addresses in libtorch that its errors list: they are others on each machine, and long.
    private static string Short(string text) => LibtorchFrames().Replace(text.ReplaceLineEndings("\n"), "");

    // Below the cell's frame comes how it was called, the same for every cell.
    private static bool IsSession(string line) =>
        line.Contains("System.RuntimeMethodHandle.InvokeMethod(")
        || line.Contains($" at {typeof(NotebookHost).FullName}.")
        || line.Contains("InvokeStub_")
        || line.Contains("at System.Reflection.MethodBaseInvoker.");

    // Only the file's name: a stored output must not hold the paths of the machine it ran on.
    private static string ShortLocation(Match match) =>
        $" in {Path.GetFileName(match.Groups["file"].Value)}:line {match.Groups["line"].Value}";

    [GeneratedRegex(@"\nException raised from .* \(most recent call first\):\n(frame #.*\n?)*")]
    private static partial Regex LibtorchFrames();

    [GeneratedRegex(@" in (?<file>\S.*):line (?<line>\d+)$")]
    private static partial Regex Location();
}
