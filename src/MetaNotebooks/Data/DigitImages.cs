namespace MetaNotebooks;

/// <summary>
/// Handwritten digits of 8 × 8 pixels (Alpaydin and Kaynak 1998, the UCI repository's "Optical Recognition of Handwritten
/// Digits"), <c>data/digits.csv</c>: the smallest real few-shot images, with some digits held out.
/// </summary>
public static class DigitImages
{
    /// <summary>Side of the images.</summary>
    public const int Side = 8;

    private const double MostInk = 16;

    /// <summary>Reads the images, <c>[1797, 8, 8]</c> in [0, 1] with ink = 1; classes "0" to "9".</summary>
    /// <param name="path">The file: columns <c>p00</c> to <c>p77</c> (row, column) of ink in 0 … 16, and <c>digit</c>.</param>
    /// <exception cref="BadFileException">The file is no such table.</exception>
    public static LabelledSet Read(string path)
    {
        var table = LabelledTable.Read(path, "digit");
        if (table.Columns.Count != Side * Side)
            throw new BadFileException(
                path,
                "line 1",
                $"{table.Columns.Count} pixels; expected {Side * Side}"
            );
        for (var row = 0; row < table.Labels.Count; row++)
            if (table.Labels[row] is not [>= '0' and <= '9'])
                throw new BadFileException(
                    path,
                    $"line {table.Lines![row]}, column 'digit'",
                    $"the label is '{table.Labels[row]}'; expected 0 to 9"
                );
        for (var row = 0; row < table.Values.Count; row++)
        for (var p = 0; p < Side * Side; p++)
            if (table.Values[row][p] is < 0 or > MostInk)
                throw new BadFileException(
                    path,
                    $"line {table.Lines![row]}, column '{table.Columns[p]}'",
                    $"ink is {table.Values[row][p]}; expected 0 to {MostInk}"
                );
        var set = table.ToSet();
        using var vectors = set.Features;
        using var ink = vectors / MostInk;
        return new(ink.view(table.Values.Count, Side, Side), set.Classes, set.Counts) { Source = path };
    }
}
