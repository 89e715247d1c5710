using System.Text.Json.Nodes;

namespace MetaNotebooks.Notebooks.Files;

/// <summary>What a cell holds.</summary>
internal enum CellKind
{
    /// <summary>F# to evaluate.</summary>
    FSharp,

    /// <summary>Text to read.</summary>
    Markdown,

    /// <summary>Text for another program, neither evaluated nor shown.</summary>
    Raw,
}

/// <summary>One cell of a notebook, over the JSON it came from.</summary>
internal sealed class Cell
{
    /// <summary>Views a cell's JSON; see <see cref="NotebookReader"/> for what it must hold.</summary>
    public Cell(JsonObject json, int number, CellKind kind, string text)
    {
        Json = json;
        Number = number;
        Kind = kind;
        Text = text;
    }

    /// <summary>The cell as it stands in the file, unknown members included.</summary>
    public JsonObject Json { get; }

    /// <summary>Its place among all cells, from 1.</summary>
    public int Number { get; }

    /// <summary>Its id, also where an old file gives it none.</summary>
    public string Id => (string?)Json["id"] ?? $"cell-{Number}";

    /// <summary>F# or Markdown.</summary>
    public CellKind Kind { get; }

    /// <summary>Its source, an opening <c>#!fsharp</c> or <c>#!markdown</c> blanked.</summary>
    public string Text { get; }

    /// <summary>Whether its source waits to be opened, such as a solution's: Jupyter's own <c>source_hidden</c>.</summary>
    public bool IsFolded =>
        Json["metadata"] is JsonObject metadata
        && metadata["jupyter"] is JsonObject jupyter
        && jupyter["source_hidden"] is JsonValue hidden
        && hidden.TryGetValue(out bool isHidden)
        && isHidden;

    /// <summary>Its count among the evaluated cells, or null when it was not evaluated.</summary>
    public int? ExecutionCount
    {
        get => (int?)Json["execution_count"];
        set => Json["execution_count"] = value;
    }

    /// <summary>Its outputs, as they are stored.</summary>
    public JsonArray Outputs => Json["outputs"] as JsonArray ?? Clear();

    /// <summary>Forgets the outputs of an earlier run.</summary>
    public JsonArray Clear()
    {
        var outputs = new JsonArray();
        Json["outputs"] = outputs;
        ExecutionCount = null;
        return outputs;
    }
}
