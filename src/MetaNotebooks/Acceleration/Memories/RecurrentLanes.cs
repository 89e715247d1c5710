using System.Runtime.Intrinsics;

namespace MetaNotebooks.Acceleration;

/// <summary>
/// The steps of a <see cref="Mann"/> with a task in each lane: forward, and the derivatives written out. Step 0 is the
/// state before the first example; the steps behind the support set look aside, each from the state that the support
/// set has left.
/// </summary>
internal sealed unsafe class RecurrentLanes : IDisposable
{
    private readonly RecurrentShapes shapes;
    private readonly int support;
    private readonly int steps;
    private readonly AlignedMemory buffer;
    private readonly MemoryLanes memory;
    private readonly MemoryTrace[] traces;
    private readonly Floats* cells;
    private readonly Floats* bent;
    private readonly Floats* byCells;
    private readonly Floats* byReads;
    private readonly Floats* byRows;
    private readonly Floats* room;

    public RecurrentLanes(RecurrentShapes shapes, int support, int queries)
    {
        (this.shapes, this.support, steps) = (shapes, support, support + queries);
        var all = steps + 1L;
        var hidden = shapes.Hidden;
        var rows = shapes.Rows * (long)shapes.Width;
        var trace = shapes.Memory is null ? 0 : MemoryTrace.Length(shapes.Memory);
        var step = 2L * (shapes.Output + shapes.Driven) + shapes.Gates + 3L * hidden + trace + shapes.Weights;
        buffer = AlignedMemory.Of(all * step + rows + shapes.Weights + shapes.Width);
        Outputs = buffer.Take(all * shapes.Output);
        ByOutputs = buffer.Take(all * shapes.Output);
        Gates = buffer.Take(all * shapes.Gates);
        Driven = buffer.Take(all * shapes.Driven);
        ByDriven = buffer.Take(all * shapes.Driven);
        cells = buffer.Take(all * hidden);
        bent = buffer.Take(all * hidden);
        byCells = buffer.Take(all * hidden);
        byReads = buffer.Take(all * shapes.Weights);
        byRows = buffer.Take(rows);
        room = buffer.Take(shapes.Weights + shapes.Width);
        traces = new MemoryTrace[shapes.Memory is null ? 0 : steps + 1];
        for (var at = 0; at < traces.Length; at++)
            traces[at] = new(buffer, shapes.Memory!, At(Outputs, at, shapes.Output) + hidden);
        memory = new(shapes.Memory!);
        Begin();
    }

    /// <summary>
    /// h and what was read, of each step, <c>[1 + steps, output]</c>; and the loss's derivatives by them.
    /// </summary>
    public Floats* Outputs { get; }
    public Floats* ByOutputs { get; }

    /// <summary>
    /// The controller's gates, in whose place the sums of the inputs are given; on the way back each step leaves the
    /// derivatives by its sums there.
    /// </summary>
    public Floats* Gates { get; }

    /// <summary>What drives the memory, and the derivatives by its sums.</summary>
    public Floats* Driven { get; }
    public Floats* ByDriven { get; }

    private static Floats* At(Floats* first, int step, int length) => TaskPart.At(first, step, length);

    // As LruMemory.Begin.
    private void Begin()
    {
        new Span<Floats>(Outputs, shapes.Output).Clear();
        new Span<Floats>(cells, shapes.Hidden).Clear();
        if (shapes.Memory is not { } wiped)
            return;
        var first = traces[0];
        new Span<Floats>(first.Rows, wiped.Slots * wiped.Width).Clear();
        for (var n = 0; n < wiped.Slots; n++)
            first.Usage[n] = Vector512.Create(n * (float)wiped.Turn);
        new Span<Floats>(first.Reads, wiped.Slots * wiped.Heads).Fill(Vector512.Create(1f / wiped.Slots));
    }

    // The step that one goes on from.
    private int Before(int step) => Math.Min(step - 1, support);

    /// <summary>All steps, given the sums of the inputs in the gates' place.</summary>
    /// <param name="recurrent">What the gates' sums take of a step's outputs, <c>[output, gates]</c>.</param>
    /// <param name="drive">What drives the memory, of h, <c>[hidden, driven]</c>.</param>
    /// <param name="bias">Its biases.</param>
    public void Forward(SharedMatrix recurrent, SharedMatrix drive, ReadOnlySpan<float> bias)
    {
        for (var step = 1; step <= steps; step++)
        {
            var before = Before(step);
            var gates = At(Gates, step, shapes.Gates);
            recurrent.Add(At(Outputs, before, shapes.Output), gates);
            Cell(gates, before, step);
            if (shapes.Memory is null)
                continue;
            var driven = At(Driven, step, shapes.Driven);
            LaneTasks.Repeat(bias, driven);
            drive.Add(At(Outputs, step, shapes.Output), driven);
            for (var i = 0; i < shapes.Driven; i++)
                driven[i] = i < 2 * shapes.Read ? LaneLstm.Tanh(driven[i]) : LaneLstm.Sigmoid(driven[i]);
            memory.Forward(traces[before], traces[step], driven);
        }
    }

    private void Cell(Floats* gates, int before, int step) =>
        LaneLstm.Forward(
            gates,
            At(cells, before, shapes.Hidden),
            At(cells, step, shapes.Hidden),
            At(bent, step, shapes.Hidden),
            At(Outputs, step, shapes.Output),
            shapes.Hidden
        );

    /// <summary>The derivatives of all steps, given those by the outputs.</summary>
    /// <param name="recurrent">As forward, rows for columns.</param>
    /// <param name="drive">As forward, rows for columns.</param>
    public void Backward(SharedMatrix recurrent, SharedMatrix drive)
    {
        int hidden = shapes.Hidden,
            weights = shapes.Weights;
        new Span<Floats>(byCells, (steps + 1) * hidden).Clear();
        new Span<Floats>(byReads, (steps + 1) * weights).Clear();
        new Span<Floats>(byRows, shapes.Rows * shapes.Width).Clear();
        for (var step = steps; step > 0; step--)
        {
            var before = Before(step);
            var byOutput = At(ByOutputs, step, shapes.Output);
            if (shapes.Memory is not null)
            {
                Floats* driven = At(Driven, step, shapes.Driven),
                    byDriven = At(ByDriven, step, shapes.Driven);
                var by = new MemoryDerivatives(
                    byRows,
                    At(byReads, step, weights),
                    At(byReads, before, weights),
                    room,
                    weights
                );
                memory.Backward(
                    traces[before],
                    traces[step],
                    driven,
                    by,
                    byOutput + hidden,
                    byDriven,
                    aside: step > support
                );
                for (var i = 0; i < shapes.Driven; i++)
                    byDriven[i] *=
                        i < 2 * shapes.Read
                            ? LaneLstm.TanhSlope(driven[i])
                            : LaneLstm.SigmoidSlope(driven[i]);
                drive.Add(byDriven, byOutput);
            }
            CellBack(byOutput, before, step);
            recurrent.Add(At(Gates, step, shapes.Gates), At(ByOutputs, before, shapes.Output));
        }
    }

    private void CellBack(Floats* byH, int before, int step) =>
        LaneLstm.Back(
            At(Gates, step, shapes.Gates),
            At(cells, before, shapes.Hidden),
            At(bent, step, shapes.Hidden),
            byH,
            At(byCells, step, shapes.Hidden),
            At(byCells, before, shapes.Hidden),
            At(Gates, step, shapes.Gates),
            shapes.Hidden
        );

    public void Dispose() => buffer.Dispose();
}
