namespace MetaNotebooks.Acceleration;

/// <summary>The loss's derivatives by a memory, on the way back.</summary>
/// <param name="rows">
/// By its rows; in one place for all steps, since each is done with when the one before is begun.
/// </param>
/// <param name="readsAfter">By the read weights that a step leaves.</param>
/// <param name="readsBefore">By those that it began with, which are added to.</param>
/// <param name="room">Room for those by the cosines, and behind them for those by one row.</param>
/// <param name="weights">How many cosines there are.</param>
internal readonly unsafe struct MemoryDerivatives(
    Floats* rows,
    Floats* readsAfter,
    Floats* readsBefore,
    Floats* room,
    long weights
)
{
    public Floats* Rows { get; } = rows;
    public Floats* ReadsAfter { get; } = readsAfter;
    public Floats* ReadsBefore { get; } = readsBefore;
    public Floats* Cosines { get; } = room;
    public Floats* Row { get; } = room + weights;
}
