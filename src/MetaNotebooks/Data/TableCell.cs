namespace MetaNotebooks;

/// <summary>
/// What a cell of a table can hold, wherever the table is from. Each gives the problem of a cell, to follow
/// its place; null where there is none.
/// </summary>
public static class TableCell
{
    /// <summary>The problem of a number: learners work in float32, where 1e39 would be infinite.</summary>
    /// <param name="number">The number.</param>
    /// <param name="written">As it was written, for the text.</param>
    public static string? NumberProblem(double number, string written) =>
        !double.IsFinite(number) ? $"'{written}' is not a finite number"
        : !float.IsFinite((float)number)
            ? $"'{written}' is too large; expected a number of float32, −3.4e38 to 3.4e38"
        : null;

    /// <summary>
    /// The problem of a label. The character U+FFFD stands where a program could not read one; labels that
    /// differ there alone would be one class.
    /// </summary>
    /// <param name="label">The label.</param>
    public static string? LabelProblem(string? label) =>
        string.IsNullOrEmpty(label) ? "the label is empty"
        : label.Contains('\uFFFD')
            ? $"the label '{label}' holds U+FFFD, a lost character; expected a file saved and read as "
                + "UTF-8"
        : null;
}
