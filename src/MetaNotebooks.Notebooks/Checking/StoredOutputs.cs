using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Checking;

/// <summary>The outputs that a notebook held before it was run again.</summary>
/// <param name="notebook">The notebook, not yet run.</param>
internal sealed class StoredOutputs(Notebook notebook)
{
    private readonly Dictionary<Cell, JsonObject[]> _outputs = notebook.Code.ToDictionary(
        cell => cell,
        cell => cell.Outputs.OfType<JsonObject>().Select(output => output.DeepClone().AsObject()).ToArray()
    );

    /// <summary>The notebook.</summary>
    public Notebook Notebook { get; } = notebook;

    /// <summary>Whether there is nothing to compare with: no cell was run before the file was saved.</summary>
    public bool IsEmpty { get; } = notebook.Code.All(cell => cell.ExecutionCount is null);

    /// <summary>What a cell gave.</summary>
    public IReadOnlyList<JsonObject> Of(Cell cell) => _outputs[cell];
}
