using System.Collections.Concurrent;
using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Running;
using Spectre.Console;

namespace MetaNotebooks.Cli;

/// <summary>
/// Tells in the terminal how the notebooks fare: a live line of those that run, or plain lines in a file or pipe.
/// </summary>
/// <remarks>What is told of a notebook stands together, in the notebooks' order, whichever ends first.</remarks>
internal sealed class Reporter(IAnsiConsole console, NotebookQueue queue)
{
    private bool IsLive => console.Profile.Capabilities.Interactive && console.Profile.Out.IsTerminal;

    /// <summary>Runs the notebooks, showing where they are.</summary>
    public Task<IReadOnlyList<NotebookRun>> Run(IReadOnlyList<Notebook> notebooks, CancellationToken cancel)
    {
        if (!IsLive)
            return Run(notebooks, _ => { }, cancel);
        return console
            .Status()
            .Spinner(Spinner.Known.Dots)
            .StartAsync(
                "starting",
                status => Run(notebooks, text => status.Status = Markup.Escape(text), cancel)
            );
    }

    private async Task<IReadOnlyList<NotebookRun>> Run(
        IReadOnlyList<Notebook> notebooks,
        Action<string> show,
        CancellationToken cancel
    )
    {
        var places = new ConcurrentDictionary<string, string>();
        void Show(Notebook notebook, Cell cell)
        {
            places[notebook.Name] =
                $"{notebook.Name}: code cell {cell.ExecutionCount} of {notebook.Code.Count()}";
            show(string.Join(", ", places.OrderBy(place => place.Key).Select(place => place.Value)));
        }

        var started = queue.Start(notebooks, Show, cancel);
        var runs = new List<NotebookRun>();
        try
        {
            foreach (var (notebook, running) in notebooks.Zip(started))
            {
                if (!IsLive)
                    WriteLine($"{notebook.Name}: started");
                runs.Add(await running);
                places.TryRemove(notebook.Name, out _);
                Report(runs[^1]);
            }
            return runs;
        }
        finally
        {
            // When one is cancelled, the others' processes end too before this does.
            await ((Task)Task.WhenAll(started)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Report(NotebookRun run)
    {
        var name = run.Notebook.Name;
        var time = Duration.Text(run.Duration!.Value);
        foreach (var warning in run.Warnings)
            WriteLine($"{name}: warning: {warning}", "yellow");
        if (run.Failure is not { } failure)
        {
            WriteLine($"{name}: passed in {time}", "green");
            return;
        }
        WriteLine($"{name}: FAILED in {time}, in cell {failure.Cell.Number}: {failure.Error.Name}", "red");
        foreach (var line in failure.Error.Details)
            WriteLine($"  {line.ReplaceLineEndings("\n  ")}");
    }

    private void WriteLine(string text, string style = "default")
    {
        if (IsLive)
            console.WriteLine(text, Style.Parse(style));
        else
            // Not through the console, which would fold long lines at a width that a file does not have.
            console.Profile.Out.Writer.WriteLine(text);
    }
}
