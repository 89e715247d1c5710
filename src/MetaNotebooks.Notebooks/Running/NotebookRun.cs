using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Running;

/// <summary>A notebook with what came of running it.</summary>
internal sealed class NotebookRun(Notebook notebook)
{
    /// <summary>The notebook, its cells holding the outputs.</summary>
    public Notebook Notebook { get; } = notebook;

    /// <summary>How long each evaluated cell took.</summary>
    public Dictionary<Cell, TimeSpan> CellTimes { get; } = [];

    /// <summary>From the start of the process to its last cell's end; null when it was not run.</summary>
    public TimeSpan? Duration { get; set; }

    /// <summary>What the compiler warned of, each with its cell's number.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>The error that stopped it, or null.</summary>
    public Failure? Failure { get; set; }
}

/// <summary>The cell that failed, and why.</summary>
internal sealed record Failure(Cell Cell, Evaluation.CellError Error);
