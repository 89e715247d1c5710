namespace MetaNotebooks.Acceleration;

/// <summary>
/// A matrix of each of some tasks, side by side: one element is a vector that holds that element of every task. What is
/// written for one task then runs for all of them, with no shape too narrow for the processor's vectors.
/// </summary>
/// <param name="at">Its first element.</param>
/// <param name="rowStep">Elements from one row to the next.</param>
/// <param name="columnStep">Elements from one column to the next.</param>
internal readonly unsafe struct LaneMatrix(Floats* at, int rowStep, int columnStep)
{
    public Floats* At { get; } = at;
    public int RowStep { get; } = rowStep;
    public int ColumnStep { get; } = columnStep;

    /// <summary>Where an element is.</summary>
    public Floats* To(int row, int column) => At + row * RowStep + column * ColumnStep;

    /// <summary>The same numbers, rows for columns.</summary>
    public LaneMatrix Transposed => new(At, ColumnStep, RowStep);
}
