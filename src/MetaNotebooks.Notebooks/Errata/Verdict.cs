using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Errata;

/// <summary>What a notebook found of a document's claim.</summary>
internal enum VerdictKind
{
    /// <summary>It holds.</summary>
    Reproduced,

    /// <summary>It is wrong as it stands, and put right.</summary>
    Corrected,

    /// <summary>It cannot be.</summary>
    Impossible,
}

/// <summary>One row of a notebook's verdicts.</summary>
/// <param name="Row">The claim's name, such as <c>D0.6</c>.</param>
/// <param name="Claim">What the document says, as HTML.</param>
/// <param name="Kind">The verdict.</param>
/// <param name="Text">The rest of the verdict, as HTML.</param>
/// <param name="Place">Where the verdict stands.</param>
internal sealed record Verdict(string Row, string Claim, VerdictKind Kind, string Text, CellPlace Place);

/// <summary>A code cell with a check that names a row.</summary>
internal sealed record RowCheck(string Row, CellPlace Place);

/// <summary>A cell of a notebook.</summary>
internal sealed record CellPlace(Notebook Notebook, Cell Cell)
{
    /// <summary>An error that names the cell.</summary>
    public BadInputException Wrong(string what) => new($"{Notebook.Path}, cell {Cell.Number}: {what}");
}
