using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;

namespace MetaNotebooks.Runner.Evaluation;

/// <summary>What the child process does: evaluates the cells it reads from standard input, in order.</summary>
internal sealed class NotebookHost
{
    private readonly EventWriter _events;

    private NotebookHost(EventWriter events)
    {
        _events = events;
        Console.SetOut(new StreamCapture("stdout", events));
        Console.SetError(new StreamCapture("stderr", events));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => events.Flush();
        Kernel.ShowWith(displayed =>
            events.Send(new ValueDisplayed(displayed.DisplayId, ToData(displayed.FormattedValues)))
        );
    }

    /// <summary>Runs in the current directory, which is the notebook's; events go to the pipe given.</summary>
    public static void Run(string pipeHandle)
    {
        // Numbers print the same on every machine.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

        using var input = Console.OpenStandardInput();
        var cells = JsonSerializer.Deserialize(input, CellJson.Default.CellCodeArray) ?? [];
        var events = new EventWriter(new AnonymousPipeClientStream(PipeDirection.Out, pipeHandle));
        Console.SetIn(TextReader.Null);
        new NotebookHost(events).Run(cells);
        // Without waiting for running that cells have left behind.
        Environment.Exit(0);
    }

    private void Run(CellCode[] cells)
    {
        var session = new Session();
        var running = Cells.Prepare();
        foreach (var cell in cells)
        {
            _events.Send(new CellStarted(cell.Index));
            var clock = Stopwatch.StartNew();
            if (Run(running, session, cell) is { } error)
            {
                _events.Send(new CellFailed(error));
                return;
            }
            _events.Send(new CellFinished(clock.Elapsed.TotalSeconds));
        }
    }

    private CellError? Run(Interruptible running, Session session, CellCode cell)
    {
        CellError? error = null;
        try
        {
            running.Run(() => error = Run(session, cell));
        }
        catch (ExternalException uncaught)
        {
            error = ExceptionText.ToError(uncaught);
        }
        return error;
    }

    private CellError? Run(Session session, CellCode cell)
    {
        var (value, error, warnings) = session.Evaluate(cell.Code);
        foreach (var warning in warnings)
            _events.Send(new WarningFound(warning));
        try
        {
            // What display returns is on the page already.
            if (error is null && value is { ReflectionValue: not DisplayedValue })
                _events.Send(new ValueReturned(Format(value.ReflectionValue)));
        }
        catch (Exception thrownByFormatter)
        {
            error = ExceptionText.ToError(thrownByFormatter);
        }
        return error;
    }

    private static Dictionary<string, string> Format(object? value) =>
        ToData(
            value switch
            {
                FormattedValue formatted => [formatted],
                IEnumerable<FormattedValue> several => several,
                _ => FormattedValue.CreateManyFromObject(value),
            }
        );

    private static Dictionary<string, string> ToData(IEnumerable<FormattedValue> formatted)
    {
        var data = new Dictionary<string, string>();
        foreach (var one in formatted)
            data[one.MimeType] = one.Value;
        return data;
    }
}
