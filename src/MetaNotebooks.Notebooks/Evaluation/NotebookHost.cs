using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Text.Json;
using MetaNotebooks.Notebooks.Outputs;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;

namespace MetaNotebooks.Notebooks.Evaluation;

/// <summary>What the child process does: evaluates the cells it reads from standard input, in order.</summary>
internal sealed class NotebookHost
{
    private readonly EventWriter _events;
    private readonly HostConsole _console;

    private NotebookHost(EventWriter events)
    {
        _events = events;
        _console = new HostConsole(
            new StreamCapture("stdout", events),
            new StreamCapture("stderr", events),
            TextReader.Null
        );
        _console.Take();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => events.Flush();
        Kernel.ShowWith(displayed =>
            events.Send(
                new ValueDisplayed(displayed.DisplayId, ToData(Forms.Checked(displayed.FormattedValues)))
            )
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
        new NotebookHost(events).Run(cells);
        // Without waiting for running that cells have left behind.
        Environment.Exit(0);
    }

    private void Run(CellCode[] cells)
    {
        var session = new Session();
        var main = Thread.CurrentThread;
        var running = Cells.Prepare(Tell, _ => Thread.CurrentThread == main);
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

    // The notebook goes on; the terminal names the error as it names warnings.
    private void Tell(CellError error)
    {
        _events.Write("stderr", Cells.OnAnotherThread(error));
        _events.Send(new WarningFound($"on another thread: {error.Name}: {error.Message}"));
    }

    private CellError? Run(Interruptible running, Session session, CellCode cell)
    {
        CellError? error = null;
        try
        {
            running.Run(() => error = Run(session, cell));
        }
        // Of the cell's own, and of native code on any thread.
        catch (Exception thrown)
        {
            error = ExceptionText.ToError(thrown);
        }
        return error;
    }

    private CellError? Run(Session session, CellCode cell)
    {
        _console.Take();
        var (value, error, warnings) = session.Evaluate(cell.Code);
        foreach (var warning in warnings)
            _events.Send(new WarningFound(warning));
        // What display returns is on the page already.
        if (error is null && value is { ReflectionValue: not DisplayedValue })
            _events.Send(new ValueReturned(ToData(Forms.Of(value.ReflectionValue))));
        return error;
    }

    private static Dictionary<string, string> ToData(IReadOnlyList<FormattedValue> forms)
    {
        var data = new Dictionary<string, string>();
        foreach (var form in forms)
            data[form.MimeType] = form.Value;
        return data;
    }
}
