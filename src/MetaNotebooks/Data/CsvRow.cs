using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace MetaNotebooks;

/// <summary>A row of a CSV file (RFC 4180), its header one of them.</summary>
/// <param name="Line">The line of the file that it begins at, from 1: a quoted cell can hold several.</param>
/// <param name="Cells">Its cells, without quotes.</param>
internal readonly record struct CsvRow(int Line, string[] Cells)
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        DetectDelimiter = true,
        DetectDelimiterValues = [",", ";", "\t"],
        // Counted here, since an error names a line; only those at the end are none of the rows.
        IgnoreBlankLines = false,
    };

    /// <summary>
    /// Reads all rows of a file. Commas, semicolons or tabs separate its cells, whichever its header has;
    /// lines end as those of any system do.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="BadFileException">Quotes are where none may be, or one is not closed.</exception>
    public static IReadOnlyList<CsvRow> Read(string path)
    {
        using var parser = new CsvParser(new StringReader(TextFile.Read(path)), Format);
        var rows = new List<CsvRow>();
        for (var line = 1; ; line = parser.RawRow + 1)
            try
            {
                if (!parser.Read())
                    break;
                rows.Add(new(line, parser.Record!));
            }
            catch (BadDataException)
            {
                throw new BadFileException(
                    path,
                    $"line {line}",
                    "a quote within a cell, or one that is not closed; expected \"\" for a quote in quotes"
                );
            }
        while (rows.Count > 0 && rows[^1].Cells is [""])
            rows.RemoveAt(rows.Count - 1);
        return rows;
    }
}
