using System.Globalization;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// A table of numbers with a label a row, such as those in <c>data/</c>: a header, then a row of cells for
/// each example.
/// </summary>
/// <param name="Columns">Names of the columns of numbers.</param>
/// <param name="Values">Their numbers, <c>[rows][columns]</c>, all finite.</param>
/// <param name="Labels">The label of each row.</param>
public sealed record LabelledTable(
    IReadOnlyList<string> Columns,
    IReadOnlyList<double[]> Values,
    IReadOnlyList<string> Labels
)
{
    /// <summary>The file that it is from, for errors; null (default) where it is from none.</summary>
    public string? Source { get; init; }

    /// <summary>The line of the file that each row begins at; null (default) where it is from none.</summary>
    internal IReadOnlyList<int>? Lines { get; init; }

    /// <summary>
    /// Reads a CSV file (RFC 4180; a semicolon or a tab may stand for the comma; numbers have a decimal
    /// point).
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="label">The header of the column of labels; every other column is of numbers.</param>
    /// <exception cref="BadFileException">
    /// Two columns have the same header, a row has too few or too many cells, a cell is not a finite number,
    /// or quotes are where none may be.
    /// </exception>
    public static LabelledTable Read(string path, string label)
    {
        var all = CsvRow.Read(path);
        var (header, rows) = (all.Count == 0 ? [] : all[0].Cells, all.Skip(1).ToArray());
        var at = Array.IndexOf(header, label);
        if (at < 0)
            throw new BadFileException(
                path,
                "line 1",
                $"no column '{label}'; its columns are '{string.Join("', '", header)}'"
            );
        if (header.CountBy(name => name).FirstOrDefault(name => name.Value > 1) is { Value: > 1 } twice)
            throw new BadFileException(
                path,
                "line 1",
                $"{twice.Value} columns '{twice.Key}'; expected each header once"
            );
        if (rows.Length == 0)
            throw new BadFileException(path, "line 2", "it is missing; expected at least one row");
        return new(
            [.. header.Where((_, c) => c != at)],
            [.. rows.Select(row => Numbers(row, header, at, path))],
            [.. rows.Select(row => row.Cells[at])]
        )
        {
            Source = path,
            Lines = [.. rows.Select(row => row.Line)],
        };
    }

    /// <summary>The rows grouped by label, for episodes: float32 <c>[N, columns]</c>, classes in order of first appearance.</summary>
    public LabelledSet ToSet()
    {
        var groups = Values.Zip(Labels).GroupBy(row => row.Second, row => row.First).ToArray();
        return new(
            tensor(
                [.. groups.SelectMany(group => group).SelectMany(row => row).Select(value => (float)value)],
                [Values.Count, Columns.Count]
            ),
            [.. groups.Select(group => group.Key)],
            [.. groups.Select(group => group.Count())]
        )
        {
            Source = Source,
        };
    }

    private static double[] Numbers(CsvRow row, string[] header, int label, string path)
    {
        var (line, cells) = row;
        if (cells.Length != header.Length)
            throw new BadFileException(
                path,
                $"line {line}",
                $"{cells.Length} cells; expected {header.Length}"
            );
        if (cells[label] == "")
            throw new BadFileException(path, $"line {line}, column '{header[label]}'", "the label is empty");
        return
        [
            .. Enumerable
                .Range(0, cells.Length)
                .Where(c => c != label)
                .Select(c => Number(cells[c], path, line, header[c])),
        ];
    }

    private static double Number(string cell, string path, int line, string column) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : throw new BadFileException(
                path,
                $"line {line}, column '{column}'",
                $"'{cell}' is not a finite number"
            );
}
