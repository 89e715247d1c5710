using System.Diagnostics;
using MetaNotebooks.Notebooks.Evaluation;
using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Running;

/// <summary>Runs one notebook in its own process and stores the outputs in its cells.</summary>
internal static class NotebookRunner
{
    /// <summary>Runs all cells up to the first that fails; tells of each cell as it starts.</summary>
    /// <param name="notebook">The notebook; its outputs are replaced.</param>
    /// <param name="limits">What it may use.</param>
    /// <param name="starting">Is told of each cell.</param>
    /// <param name="cancel">Ends the notebook's process.</param>
    /// <param name="ask">Asks the notebook's process to end.</param>
    /// <param name="solutions">Run after its cells; what they show is not kept.</param>
    public static async Task<NotebookRun> Run(
        Notebook notebook,
        NotebookLimits limits,
        Action<Cell> starting,
        CancellationToken cancel,
        CancellationToken ask = default,
        IReadOnlyList<Solution>? solutions = null
    )
    {
        var run = new NotebookRun(notebook);
        var code = notebook.Code.ToArray();
        foreach (var cell in notebook.Cells.Where(cell => cell.Json.ContainsKey("outputs")))
            cell.Clear();

        var outputs = new CellOutputs();
        var clock = Stopwatch.StartNew();
        var started = 0;
        Cell Current() => code[Math.Max(0, started - 1)];
        var texts = code.Select(cell => cell.Text).Concat((solutions ?? []).Select(one => one.Code));
        var cells = texts.Select((text, index) => new CellCode(index, text)).ToArray();
        await foreach (var happened in NotebookProcess.Run(notebook.Folder, cells, limits, cancel, ask))
        {
            if (happened is CellStarted && ++started <= code.Length)
            {
                Current().ExecutionCount = started;
                starting(Current());
            }
            if (started > code.Length)
            {
                if (happened is CellFailed failed)
                    run.Failure = new Failure(solutions![started - code.Length - 1].Cell, failed.Error);
                continue;
            }
            Note(run, Current(), happened);
            outputs.Add(Current(), happened);
        }
        run.Duration = clock.Elapsed;
        return run;
    }

    private static void Note(NotebookRun run, Cell cell, CellEvent happened)
    {
        switch (happened)
        {
            case WarningFound warning:
                run.Warnings.Add($"cell {cell.Number}, {warning.Message}");
                break;
            case CellFailed failed:
                run.Failure = new Failure(cell, failed.Error);
                break;
            case CellFinished finished:
                run.CellTimes[cell] = TimeSpan.FromSeconds(finished.Seconds);
                break;
        }
    }
}
