namespace MetaNotebooks.Acceleration;

/// <summary>
/// Steps of <see cref="LstmStep"/> on sixteen coordinates of one task, each in a lane: forward, and the derivatives
/// written out. Slot 0 is the state before the first step. What a derivative needs of the steps is not kept from the way
/// forward but computed again, sixteen coordinates at a time: it fits the nearest caches so, and memory does not
/// grow with what is adapted.
/// </summary>
internal sealed unsafe class LstmStepLanes : IDisposable
{
    /// <summary>What a step is given: the loss as two numbers, the gradient as two, θ and the gradient itself.</summary>
    public const int Given = 6;

    private readonly LstmStepWeights weights;
    private readonly int hidden;
    private readonly AlignedMemory buffer;

    // Of each step: what the cell reads, its gates, c, tanh c, what f and i read, f and i before the sigmoid; and the
    // derivatives by c.
    private readonly Floats* read;
    private readonly Floats* sums;
    private readonly Floats* cells;
    private readonly Floats* bent;
    private readonly Floats* seen;
    private readonly Floats* gates;
    private readonly Floats* byCells;

    // The derivatives by h, and by what f and i read.
    private readonly Floats* byHidden;
    private readonly Floats* bySeen;

    /// <param name="weights">The rule's tensors.</param>
    /// <param name="steps">How many steps are run at most.</param>
    public LstmStepLanes(LstmStepWeights weights, int steps)
    {
        (this.weights, hidden) = (weights, weights.Hidden);
        var slots = steps + 1L;
        buffer = AlignedMemory.Of(
            slots * (weights.Read + weights.Sums + weights.Seen + 2 + 3L * hidden) + hidden + weights.Seen
        );
        read = buffer.Take(slots * weights.Read);
        sums = buffer.Take(slots * weights.Sums);
        cells = buffer.Take(slots * hidden);
        bent = buffer.Take(slots * hidden);
        seen = buffer.Take(slots * weights.Seen);
        gates = buffer.Take(slots * 2);
        byCells = buffer.Take(slots * hidden);
        byHidden = buffer.Take(hidden);
        bySeen = buffer.Take(weights.Seen);
    }

    /// <summary>How many vectors a state has: h, c, f and i.</summary>
    public static int State(LstmStepWeights weights) => 2 * weights.Hidden + 2;

    private static Floats* At(Floats* first, int slot, int length) => TaskPart.At(first, slot, length);

    private Floats* HiddenAt(int slot) => At(seen, slot, weights.Seen) + 1;

    /// <summary>One step from a state, which becomes the next.</summary>
    /// <returns>θ after it.</returns>
    public Floats Step(Floats* state, Floats* given)
    {
        new Span<Floats>(state, hidden).CopyTo(new(HiddenAt(0), hidden));
        new Span<Floats>(state + hidden, hidden).CopyTo(new(cells, hidden));
        new Span<Floats>(state + 2 * hidden, 2).CopyTo(new(gates, 2));
        var theta = Step(1, given);
        new Span<Floats>(HiddenAt(1), hidden).CopyTo(new(state, hidden));
        new Span<Floats>(cells + hidden, hidden).CopyTo(new(state + hidden, hidden));
        new Span<Floats>(gates + 2, 2).CopyTo(new(state + 2 * hidden, 2));
        return theta;
    }

    private Floats Step(int at, Floats* given)
    {
        Floats* x = At(read, at, weights.Read),
            four = At(sums, at, weights.Sums),
            y = At(seen, at, weights.Seen),
            gate = gates + 2L * at;
        x[0] = Floats.One;
        new Span<Floats>(given, 4).CopyTo(new(x + 1, 4));
        new Span<Floats>(HiddenAt(at - 1), hidden).CopyTo(new(x + 5, hidden));
        new Span<Floats>(four, weights.Sums).Clear();
        weights.Cell.Add(x, four);
        LaneLstm.Forward(
            four,
            At(cells, at - 1, hidden),
            At(cells, at, hidden),
            At(bent, at, hidden),
            y + 1,
            hidden
        );
        y[0] = Floats.One;
        (y[hidden + 1], y[hidden + 2], y[hidden + 3]) = (given[4], gate[-2], gate[-1]);
        new Span<Floats>(gate, 2).Clear();
        weights.Gates.Add(y, gate);
        return LaneLstm.Sigmoid(gate[0]) * given[4] - LaneLstm.Sigmoid(gate[1]) * given[5];
    }

    /// <summary>All steps again, and the derivatives of what comes of them.</summary>
    /// <param name="steps">How many.</param>
    /// <param name="given">What the first was given.</param>
    /// <param name="stride">Vectors from what one was given to what the next was.</param>
    /// <param name="byTheta">By θ after the last.</param>
    /// <param name="sum">Adds those by the weights of these coordinates.</param>
    /// <returns>By θ before the first.</returns>
    public Floats Derivatives(int steps, Floats* given, long stride, Floats byTheta, LstmStepSum sum)
    {
        new Span<Floats>(HiddenAt(0), hidden).Clear();
        new Span<Floats>(cells, hidden).Clear();
        new Span<Floats>(gates, 2).Clear();
        for (var at = 1; at <= steps; at++)
            Step(at, given + (at - 1) * stride);
        new Span<Floats>(byCells, (steps + 1) * hidden).Clear();
        new Span<Floats>(byHidden, hidden).Clear();
        new Span<Floats>(bySeen, weights.Seen).Clear();
        for (var at = steps; at > 0; at--)
            byTheta = Back(at, given + (at - 1) * stride, byTheta);
        sum.Add(read + weights.Read, sums + weights.Sums, seen + weights.Seen, gates + 2, steps);
        return byTheta;
    }

    // Leaves the derivatives by the sums in the place of the gates, and those by f and i in theirs.
    private Floats Back(int at, Floats* given, Floats byTheta)
    {
        var gate = gates + 2L * at;
        Floats forget = LaneLstm.Sigmoid(gate[0]),
            input = LaneLstm.Sigmoid(gate[1]);
        gate[0] = bySeen[hidden + 2] + byTheta * given[4] * LaneLstm.SigmoidSlope(forget);
        gate[1] = bySeen[hidden + 3] - byTheta * given[5] * LaneLstm.SigmoidSlope(input);
        new Span<Floats>(bySeen, weights.Seen).Clear();
        weights.GatesBack.Add(gate, bySeen);
        for (var u = 0; u < hidden; u++)
            byHidden[u] += bySeen[1 + u];
        var four = At(sums, at, weights.Sums);
        LaneLstm.Back(
            four,
            At(cells, at - 1, hidden),
            At(bent, at, hidden),
            byHidden,
            At(byCells, at, hidden),
            At(byCells, at - 1, hidden),
            four,
            hidden
        );
        new Span<Floats>(byHidden, hidden).Clear();
        weights.CellBack.Add(four, byHidden);
        return byTheta * forget + bySeen[hidden + 1];
    }

    /// <inheritdoc/>
    public void Dispose() => buffer.Dispose();
}
