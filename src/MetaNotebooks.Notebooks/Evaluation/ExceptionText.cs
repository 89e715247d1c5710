using System.Reflection;
using System.Text.RegularExpressions;
using MetaNotebooks.Notebooks.Outputs;

namespace MetaNotebooks.Notebooks.Evaluation;

/// <summary>Words for an exception that a cell threw.</summary>
internal static partial class ExceptionText
{
    // More than anybody reads.
    private const int MostMessage = 10_000;
    private const int MostText = 100_000;

    /// <summary>
    /// The exception's type, message and stack, down to the cell's own frame; whatever its own members give
    /// or throw.
    /// </summary>
    public static CellError ToError(Exception exception)
    {
        while (exception is TargetInvocationException { InnerException: { } inner })
            exception = inner;
        if (exception is OutputException)
            return new CellError("Output limit", exception.Message, [exception.Message]);
        var name = exception.GetType().FullName ?? exception.GetType().Name;
        var message = Short(Told(() => exception.Message) ?? "(an exception without a message)", MostMessage);
        var whole = Told(exception.ToString) ?? $"{name}: {message}\n{Told(() => exception.StackTrace)}";
        return new CellError(name, message, [.. CellFrames(Short(whole, MostText).Split('\n'))]);
    }

    /// <summary>The lines of a stack down to the cell's own frame.</summary>
    public static IEnumerable<string> CellFrames(IEnumerable<string> stack) =>
        stack.TakeWhile(line => !IsSession(line)).Select(line => Location().Replace(line, ShortLocation));

    // Without the addresses in libtorch that its errors list: they are others on each machine, and long.
    private static string Short(string text, int most)
    {
        var whole = WellFormed.Text(text);
        var cut = whole.Length > most ? $"{whole[..most]}… ({whole.Length - most} more characters)" : whole;
        return LibtorchFrames().Replace(cut.ReplaceLineEndings("\n"), "");
    }

    // What a member of a cell's own class gives, which may be nothing, or an exception again.
    private static string? Told(Func<string?> member)
    {
        try
        {
            return member();
        }
        catch (Exception bad) when (bad is not ThreadAbortException)
        {
            return null;
        }
    }

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
