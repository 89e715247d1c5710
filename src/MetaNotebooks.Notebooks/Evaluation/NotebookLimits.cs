namespace MetaNotebooks.Notebooks.Evaluation;

/// <summary>What a notebook may use; one that uses more is ended, and has failed.</summary>
/// <param name="Cell">Time of one cell.</param>
/// <param name="Notebook">Time of all, from the start of its process; null for any.</param>
/// <param name="Megabytes">Memory of its process.</param>
internal sealed record NotebookLimits(TimeSpan Cell, TimeSpan? Notebook, int Megabytes)
{
    /// <summary>Longer than any cell of the kit takes, so that a loop without an end has one.</summary>
    public const int UsualCellSeconds = 3600;

    /// <summary>How long the process may take to its first cell; some seconds on an idle machine.</summary>
    public TimeSpan Start { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Half of the machine's memory, or of the container's.</summary>
    public static int UsualMegabytes =>
        (int)Math.Min(int.MaxValue, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2_000_000);

    /// <summary>
    /// The part of the memory that the garbage collector may fill. Below all of it, so that a cell that allocates
    /// without end gets an exception with its place, rather than its process's end.
    /// </summary>
    public long HeapBytes => Megabytes * 750_000L;
}
