using System.Globalization;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// A table of numbers with a label a row, such as those in <c>data/</c>: a header, then a row of cells for
/// each example.
/// </summary>
public sealed record LabelledTable
{
    /// <summary>Puts a table together and checks it.</summary>
    /// <param name="columns">Names of the columns of numbers, no two alike; at least 1.</param>
    /// <param name="values">Their numbers, <c>[rows][columns]</c>, each finite in float32.</param>
    /// <param name="labels">The label of each row, none empty.</param>
    /// <exception cref="ArgumentException">
    /// A part is not as said; the error names the row, from 0, and the column.
    /// </exception>
    public LabelledTable(
        IReadOnlyList<string> columns,
        IReadOnlyList<double[]> values,
        IReadOnlyList<string> labels
    )
    {
        (Columns, Values, Labels) = (columns, values, labels);
        Check();
    }

    // Of a file, whose reader has named what is wrong by its lines.
    private LabelledTable(string source, string[] columns, double[][] values, string[] labels, int[] lines) =>
        (Source, Columns, Values, Labels, Lines) = (source, columns, values, labels, lines);

    /// <summary>Names of the columns of numbers.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Their numbers, <c>[rows][columns]</c>, each finite in float32.</summary>
    public IReadOnlyList<double[]> Values { get; }

    /// <summary>The label of each row.</summary>
    public IReadOnlyList<string> Labels { get; }

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
    /// It is not UTF-8, two columns have the same header, one has none, a row has too few or too many cells,
    /// a cell is not a number that is finite in float32, or quotes are where none may be.
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
        // Programs that write a table's index give it no header; it would be taken for a feature.
        if (Array.FindIndex(header, string.IsNullOrWhiteSpace) is >= 0 and var blank)
            throw new BadFileException(
                path,
                "line 1",
                $"column {blank + 1} has no header; expected a name for each"
            );
        if (header.Length == 1)
            throw new BadFileException(path, "line 1", $"no column but '{label}'; expected one of numbers");
        if (rows.Length == 0)
            throw new BadFileException(path, "line 2", "it is missing; expected at least one row");
        return new(
            path,
            [.. header.Where((_, c) => c != at)],
            [.. rows.Select(row => Numbers(row, header, at, path))],
            [.. rows.Select(row => row.Cells[at])],
            [.. rows.Select(row => row.Line)]
        );
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
        if (TableCell.LabelProblem(cells[label]) is { } problem)
            throw new BadFileException(path, $"line {line}, column '{header[label]}'", problem);
        return
        [
            .. Enumerable
                .Range(0, cells.Length)
                .Where(c => c != label)
                .Select(c => Number(cells[c], path, line, header[c])),
        ];
    }

    private static double Number(string cell, string path, int line, string column)
    {
        if (!double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            number = double.NaN;
        return TableCell.NumberProblem(number, cell) is { } problem
            ? throw new BadFileException(path, $"line {line}, column '{column}'", problem)
            : number;
    }

    private void Check()
    {
        if (
            Columns.Count == 0
            || Columns.Any(string.IsNullOrWhiteSpace)
            || Columns.Distinct().Count() < Columns.Count
        )
            throw new ArgumentException(
                $"columns is ['{string.Join("', '", Columns)}']; expected at least 1 name, no two alike.",
                "columns"
            );
        if (Values.Count == 0 || Labels.Count != Values.Count)
            throw new ArgumentException(
                $"labels has {Labels.Count} entries for {Values.Count} rows; expected one for each, "
                    + "at least 1.",
                "labels"
            );
        for (var row = 0; row < Values.Count; row++)
        {
            if (TableCell.LabelProblem(Labels[row]) is { } wrong)
                throw new ArgumentException($"row {row}: {wrong}.", "labels");
            if (Values[row].Length != Columns.Count)
                throw new ArgumentException(
                    $"row {row}: {Values[row].Length} numbers; expected {Columns.Count}.",
                    "values"
                );
            for (var c = 0; c < Columns.Count; c++)
                if (TableCell.NumberProblem(Values[row][c], Written(Values[row][c])) is { } problem)
                    throw new ArgumentException($"row {row}, column '{Columns[c]}': {problem}.", "values");
        }
    }

    private static string Written(double number) => number.ToString(CultureInfo.InvariantCulture);
}
