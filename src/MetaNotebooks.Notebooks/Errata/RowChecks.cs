using System.Text.RegularExpressions;
using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Errata;

/// <summary>Finds the checks whose claim ends in the rows that it proves: <c>check "… (row D0.6)"</c>.</summary>
internal static partial class RowChecks
{
    /// <summary>The notebook's checks, one for each row named.</summary>
    /// <exception cref="BadInputException">A check names a row that no document has.</exception>
    public static IEnumerable<RowCheck> Read(Notebook notebook) =>
        from cell in notebook.Code
        let place = new CellPlace(notebook, cell)
        from Match claim in Claim().Matches(cell.Text)
        from row in claim.Groups["rows"].Value.Split(',', StringSplitOptions.TrimEntries)
        select SourceDocument.AllRows.Contains(row)
            ? new RowCheck(row, place)
            : throw place.Wrong($"the check names '{row}', which is no row of the documents");

    [GeneratedRegex(
        """\bcheck\s+\$?"(?:\\.|[^"\\])*\(rows?\ (?<rows>D[^()"]*)\)" """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Claim();
}
