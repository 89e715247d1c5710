using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Evaluation;

namespace MetaNotebooks.Notebooks.Jupyter.Evaluation;

/// <summary>How a cell ended: with a value or none, or with an error.</summary>
internal sealed record Outcome(JsonObject? Value, CellError? Error)
{
    /// <summary>What a cell that was stopped by its user ends with.</summary>
    public static readonly Outcome Interrupted = new(
        null,
        new CellError("Interrupted", "the cell was interrupted", ["the cell was interrupted"])
    );
}
