using System.Globalization;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// A table of numbers with a label a row, such as those in <c>data/</c>: a header line, cells between commas, no quotes.
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

    /// <summary>Reads a CSV file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="label">The header of the column of labels; every other column is of numbers.</param>
    /// <exception cref="BadFileException">A line has too few or too many cells, or a cell is not a finite number.</exception>
    public static LabelledTable Read(string path, string label)
    {
        var lines = Lines(path);
        string[] header = lines.Count == 0 ? [] : lines[0].Split(',');
        var at = Array.IndexOf(header, label);
        if (at < 0)
            throw new BadFileException(
                path,
                "line 1",
                $"no column '{label}'; its columns are '{string.Join("', '", header)}'"
            );
        var values = new List<double[]>();
        var labels = new List<string>();
        for (var i = 1; i < lines.Count; i++)
        {
            var cells = lines[i].Split(',');
            if (cells.Length != header.Length)
                throw new BadFileException(
                    path,
                    $"line {i + 1}",
                    $"{cells.Length} cells; expected {header.Length}"
                );
            if (cells[at] == "")
                throw new BadFileException(path, $"line {i + 1}, column '{label}'", "the label is empty");
            labels.Add(cells[at]);
            values.Add([
                .. Enumerable
                    .Range(0, cells.Length)
                    .Where(c => c != at)
                    .Select(c => Number(cells[c], path, i + 1, header[c])),
            ]);
        }
        if (values.Count == 0)
            throw new BadFileException(path, "line 2", "it is missing; expected at least one row");
        return new([.. header.Where((_, c) => c != at)], values, labels) { Source = path };
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

    private static List<string> Lines(string path)
    {
        using var text = new StringReader(TextFile.Read(path));
        var lines = new List<string>();
        while (text.ReadLine() is { } line)
            lines.Add(line);
        return lines;
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
