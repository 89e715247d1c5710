using MetaNotebooks.Runner.Notebooks;
using Spectre.Console;

namespace MetaNotebooks.Runner.Running;

/// <summary>Tells in the terminal how the notebooks fare: a live line each, or plain lines in a file or pipe.</summary>
internal sealed class Reporter(IAnsiConsole console)
{
    private bool IsLive => console.Profile.Capabilities.Interactive && console.Profile.Out.IsTerminal;

    /// <summary>Runs each notebook in turn, showing where it is.</summary>
    public async Task<IReadOnlyList<NotebookRun>> Run(
        IReadOnlyList<Notebook> notebooks,
        CancellationToken cancel
    )
    {
        var runs = new List<NotebookRun>();
        foreach (var notebook in notebooks)
        {
            var run = IsLive ? await RunLive(notebook, cancel) : await RunPlain(notebook, cancel);
            runs.Add(run);
            Report(run);
        }
        return runs;
    }

    private Task<NotebookRun> RunLive(Notebook notebook, CancellationToken cancel)
    {
        var total = notebook.Code.Count();
        return console
            .Status()
            .Spinner(Spinner.Known.Dots)
            .StartAsync(
                Markup.Escape($"{notebook.Name}: starting"),
                status =>
                    NotebookRunner.Run(
                        notebook,
                        cell =>
                            status.Status = Markup.Escape(
                                $"{notebook.Name}: code cell {cell.ExecutionCount} of {total}"
                            ),
                        cancel
                    )
            );
    }

    private async Task<NotebookRun> RunPlain(Notebook notebook, CancellationToken cancel)
    {
        WriteLine($"{notebook.Name}: started");
        return await NotebookRunner.Run(notebook, _ => { }, cancel);
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
