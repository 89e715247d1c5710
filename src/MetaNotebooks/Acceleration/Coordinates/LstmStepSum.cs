using System.Runtime.Intrinsics;

namespace MetaNotebooks.Acceleration;

/// <summary>
/// The derivatives by an <see cref="LstmStep"/>'s weights, summed over one task's coordinates and steps: a step's share is a
/// product of what was read and the derivative by what came of it. Lanes are added up in the end.
/// </summary>
internal sealed unsafe class LstmStepSum : IDisposable
{
    private readonly LstmStepWeights weights;
    private readonly AlignedMemory buffer;

    // The sum so far, and room for the next: a product does not write to what it starts from.
    private Floats* cell;
    private Floats* nextCell;
    private Floats* gates;
    private Floats* nextGates;

    public LstmStepSum(LstmStepWeights weights)
    {
        this.weights = weights;
        buffer = AlignedMemory.Of(2L * (CellSize + GatesSize));
        cell = buffer.Take(CellSize);
        nextCell = buffer.Take(CellSize);
        gates = buffer.Take(GatesSize);
        nextGates = buffer.Take(GatesSize);
        new Span<Floats>(cell, CellSize).Clear();
        new Span<Floats>(gates, GatesSize).Clear();
    }

    private int CellSize => weights.Read * weights.Sums;

    private int GatesSize => weights.Seen * 2;

    /// <summary>Adds some steps of some coordinates, one step after another.</summary>
    /// <param name="read">What the cell read.</param>
    /// <param name="bySums">By its sums.</param>
    /// <param name="seen">What f and i read.</param>
    /// <param name="byGates">By f and i.</param>
    /// <param name="steps">How many steps.</param>
    public void Add(Floats* read, Floats* bySums, Floats* seen, Floats* byGates, int steps)
    {
        Product(read, weights.Read, bySums, weights.Sums, steps, ref cell, ref nextCell);
        Product(seen, weights.Seen, byGates, 2, steps, ref gates, ref nextGates);
    }

    // a is [steps, rows], b is [steps, columns]: sum + aᵀ·b.
    private static void Product(
        Floats* a,
        int rows,
        Floats* b,
        int columns,
        int steps,
        ref Floats* sum,
        ref Floats* next
    )
    {
        var product = new LaneProduct(new(a, 1, rows), new(b, columns, 1), steps)
        {
            Start = new(sum, columns, 1),
        };
        product.Into(new(next, columns, 1), rows, columns);
        var before = sum;
        sum = next;
        next = before;
    }

    /// <summary>Adds this task's sums to those of others.</summary>
    /// <param name="byCell">By the cell's matrix.</param>
    /// <param name="byGates">By that of f and i.</param>
    public void AddTo(Span<double> byCell, Span<double> byGates)
    {
        AddLanes(cell, byCell);
        AddLanes(gates, byGates);
    }

    // Eight lanes are added to the other eight first: the same bits on a processor with shorter vectors.
    private static void AddLanes(Floats* lanes, Span<double> sums)
    {
        for (var i = 0; i < sums.Length; i++)
            sums[i] += Vector256.Sum(lanes[i].GetLower() + lanes[i].GetUpper());
    }

    /// <inheritdoc/>
    public void Dispose() => buffer.Dispose();
}
