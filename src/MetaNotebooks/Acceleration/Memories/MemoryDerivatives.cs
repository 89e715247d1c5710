using System.Numerics;

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
    Vector<float>* rows,
    Vector<float>* readsAfter,
    Vector<float>* readsBefore,
    Vector<float>* room,
    long weights
)
{
    public Vector<float>* Rows { get; } = rows;
    public Vector<float>* ReadsAfter { get; } = readsAfter;
    public Vector<float>* ReadsBefore { get; } = readsBefore;
    public Vector<float>* Cosines { get; } = room;
    public Vector<float>* Row { get; } = room + weights;
}
