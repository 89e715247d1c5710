using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Errata;

/// <summary>What notebooks found of the documents' claims, and where they show it.</summary>
/// <param name="Verdicts">The verdicts in the documents' order.</param>
/// <param name="Checks">The checks that name a row.</param>
internal sealed record ErrataList(IReadOnlyList<Verdict> Verdicts, ILookup<string, CellPlace> Checks)
{
    /// <summary>The rows that have no verdict.</summary>
    public IEnumerable<string> Open => SourceDocument.AllRows.Except(Verdicts.Select(verdict => verdict.Row));

    /// <summary>Reads the verdicts and checks of notebooks.</summary>
    /// <exception cref="BadInputException">One of them is not of the form expected.</exception>
    public static ErrataList Read(IReadOnlyList<Notebook> notebooks)
    {
        var place = SourceDocument.AllRows.Index().ToDictionary(row => row.Item, row => row.Index);
        return new ErrataList(
            [.. notebooks.SelectMany(VerdictTable.Read).OrderBy(verdict => place[verdict.Row])],
            notebooks.SelectMany(RowChecks.Read).ToLookup(check => check.Row, check => check.Place)
        );
    }
}
