using System.Text.Json.Nodes;

namespace MetaNotebooks.Notebooks.Files;

/// <summary>A notebook, over the JSON it was read from.</summary>
/// <param name="Path">Where it was read from, absolute.</param>
/// <param name="Json">The whole file.</param>
/// <param name="Cells">Its cells, in order.</param>
internal sealed record Notebook(string Path, JsonObject Json, IReadOnlyList<Cell> Cells)
{
    /// <summary>The file's name without folder and ending, which names its page.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The folder that paths in its cells start from.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>The cells that are evaluated.</summary>
    public IEnumerable<Cell> Code => Cells.Where(cell => cell.Kind == CellKind.FSharp);

    /// <summary>The file's text: stable, so that a second run gives the same bytes.</summary>
    public string ToText() => JsonText.Write(Nbformat.Order(Json));
}
