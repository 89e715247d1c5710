using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Running;

namespace MetaNotebooks.Notebooks.Checking;

/// <summary>A cell that did not give what was stored.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Differences">What differs, at least one.</param>
internal sealed record ChangedCell(Cell Cell, IReadOnlyList<Difference> Differences);

/// <summary>Compares a notebook's run, cell by cell, with what was stored before.</summary>
/// <param name="tolerance">How far numbers may be apart.</param>
internal sealed class NotebookCheck(Tolerance tolerance)
{
    // A cell whose id begins so shows times, which no run repeats.
    private const string Timing = "timing";

    private readonly OutputComparison _comparison = new(tolerance);

    /// <summary>How many cells were run, and those that changed; a cell that failed has changed.</summary>
    public (int Checked, IReadOnlyList<ChangedCell> Changed) Compare(StoredOutputs stored, NotebookRun run)
    {
        var ran = run.Notebook.Code.Where(cell => cell.ExecutionCount is not null).ToArray();
        var changed = ran.Select(cell => new ChangedCell(cell, Compare(stored, run, cell)));
        return (ran.Length, [.. changed.Where(cell => cell.Differences.Count > 0)]);
    }

    private IReadOnlyList<Difference> Compare(StoredOutputs stored, NotebookRun run, Cell cell) =>
        run.Failure is { } failure && failure.Cell == cell
            ? [new Difference("the cell failed", "its outputs", failure.Error.Message)]
            : _comparison.Find(
                stored.Of(cell),
                [.. cell.Outputs.OfType<JsonObject>()],
                cell.Id.StartsWith(Timing, StringComparison.Ordinal)
            );
}
