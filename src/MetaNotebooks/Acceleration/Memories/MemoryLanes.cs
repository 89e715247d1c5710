using System.Numerics;

namespace MetaNotebooks.Acceleration;

/// <summary>
/// A step of <see cref="LruMemory"/> and its derivatives, written out, for a task in each lane. Numbers of heads lie head
/// after head; row n of the memory is W lanes from n·W on.
/// </summary>
/// <param name="Memory">Its sizes.</param>
internal readonly unsafe record struct MemoryLanes(LruMemory Memory)
{
    private const float Small = 1e-8f;

    private int Slots => Memory.Slots;
    private int Width => Memory.Width;
    private int Heads => Memory.Heads;

    /// <summary>Writes, then reads, as <see cref="LruMemory.Step"/>.</summary>
    /// <param name="from">The memory before.</param>
    /// <param name="to">The memory after.</param>
    /// <param name="keys">What is looked for; behind it what is added; behind it the gates.</param>
    public void Forward(MemoryTrace from, MemoryTrace to, Vector<float>* keys)
    {
        Vector<float>* added = keys + Heads * Width,
            gates = added + Heads * Width;
        Least(from.Usage, to.Least);
        for (var r = 0; r < Heads; r++)
        {
            Vector<float>* k = keys + r * Width,
                unit = to.Unit + r * Width;
            to.Shrink[r] = Shrinking(k);
            for (var w = 0; w < Width; w++)
                unit[w] = k[w] * to.Shrink[r];
            to.Total[r] = Vector<float>.Zero;
        }
        for (var n = 0; n < Slots; n++)
        {
            Write(n, from, to, added, gates);
            var row = to.Rows + n * Width;
            to.Inverse[n] = Shrinking(row);
            for (var r = 0; r < Heads; r++)
            {
                var at = r * Slots + n;
                to.Cosines[at] = to.Inverse[n] * Dot(to.Unit + r * Width, row);
                // A cosine is at most 1, so that no exponential is too large.
                to.Reads[at] = Vector.Exp(to.Cosines[at]);
                to.Total[r] += to.Reads[at];
            }
        }
        Read(from, to);
    }

    private void Write(int n, MemoryTrace from, MemoryTrace to, Vector<float>* added, Vector<float>* gates)
    {
        var kept = Kept(to.Least, n);
        Vector<float>* before = from.Rows + n * Width,
            row = to.Rows + n * Width;
        for (var r = 0; r < Heads; r++)
        {
            var (at, least) = (r * Slots + n, IsLeast(to.Least[r], n));
            to.Writes[at] = Vector.FusedMultiplyAdd(gates[r], from.Reads[at] - least, least);
        }
        Combine(row, kept, before, to.Writes + n, Slots, added);
    }

    private void Read(MemoryTrace from, MemoryTrace to)
    {
        new Span<Vector<float>>(to.Found, Heads * Width).Clear();
        var decay = new Vector<float>((float)Memory.Decay);
        for (var r = 0; r < Heads; r++)
            to.Total[r] = Vector<float>.One / to.Total[r];
        for (var n = 0; n < Slots; n++)
        {
            var row = to.Rows + n * Width;
            var used = from.Usage[n] * decay;
            for (var r = 0; r < Heads; r++)
            {
                var at = r * Slots + n;
                to.Reads[at] *= to.Total[r];
                AddRow(to.Found + r * Width, to.Reads[at], row);
                used += to.Reads[at] + to.Writes[at];
            }
            to.Usage[n] = used;
        }
    }

    /// <summary>The derivatives of a step.</summary>
    /// <param name="from">The memory before.</param>
    /// <param name="to">The memory after.</param>
    /// <param name="keys">As forward.</param>
    /// <param name="by">
    /// The loss's derivatives by what the step leaves and, when it returns, by what it began with.
    /// </param>
    /// <param name="byFound">By what was found.</param>
    /// <param name="byKeys">Where its derivatives by keys, by what is added and by the gates go.</param>
    /// <param name="aside">Whether this step is a look aside, whose memory no later step has seen.</param>
    public void Backward(
        MemoryTrace from,
        MemoryTrace to,
        Vector<float>* keys,
        MemoryDerivatives by,
        Vector<float>* byFound,
        Vector<float>* byKeys,
        bool aside
    )
    {
        var read = Heads * Width;
        new Span<Vector<float>>(byKeys, 2 * read + Heads).Clear();
        for (var r = 0; r < Heads; r++)
            ByCosines(r, to, byFound + r * Width, aside ? null : by.ReadsAfter, by.Cosines);
        for (var n = 0; n < Slots; n++)
            Row(n, from, to, keys + read, by, byFound, byKeys, aside);
        for (var r = 0; r < Heads; r++)
        {
            // The key's unit vector k/√(k² + small).
            Vector<float>* byUnit = byKeys + r * Width,
                unit = to.Unit + r * Width;
            var along = Dot(unit, byUnit);
            for (var w = 0; w < Width; w++)
                byUnit[w] = to.Shrink[r] * (byUnit[w] - along * unit[w]);
        }
    }

    private void ByCosines(
        int r,
        MemoryTrace to,
        Vector<float>* byFound,
        Vector<float>* byReads,
        Vector<float>* byCosines
    )
    {
        var mean = Vector<float>.Zero;
        for (var n = 0; n < Slots; n++)
        {
            var at = r * Slots + n;
            var one = Dot(byFound, to.Rows + n * Width);
            byCosines[at] = byReads == null ? one : one + byReads[at];
            mean = Vector.FusedMultiplyAdd(to.Reads[at], byCosines[at], mean);
        }
        for (var n = 0; n < Slots; n++)
            byCosines[r * Slots + n] = to.Reads[r * Slots + n] * (byCosines[r * Slots + n] - mean);
    }

    private void Row(
        int n,
        MemoryTrace from,
        MemoryTrace to,
        Vector<float>* added,
        MemoryDerivatives by,
        Vector<float>* byFound,
        Vector<float>* byKeys,
        bool aside
    )
    {
        Vector<float>* row = to.Rows + n * Width,
            byRow = by.Row,
            byAdded = byKeys + Heads * Width,
            byGates = byAdded + Heads * Width,
            whole = by.Rows + n * Width;
        var (inverse, shrinks) = (to.Inverse[n], Vector<float>.Zero);
        for (var r = 0; r < Heads; r++)
        {
            var at = r * Slots + n;
            shrinks = Vector.FusedMultiplyAdd(by.Cosines[at], to.Cosines[at], shrinks);
            by.Cosines[at] *= inverse;
            AddRow(byKeys + r * Width, by.Cosines[at], row);
        }
        Combine(byRow, -shrinks * inverse * inverse, row, to.Reads + n, Slots, byFound);
        Combine(byRow, Vector<float>.One, byRow, by.Cosines + n, Slots, to.Unit);
        if (!aside)
            AddRow(byRow, Vector<float>.One, whole);
        for (var r = 0; r < Heads; r++)
        {
            var at = r * Slots + n;
            var byWrite = Dot(byRow, added + r * Width);
            AddRow(byAdded + r * Width, to.Writes[at], byRow);
            byGates[r] += byWrite * (from.Reads[at] - IsLeast(to.Least[r], n));
            // The gate lies behind what is added, as its derivative does.
            by.ReadsBefore[at] += byWrite * added[Heads * Width + r];
        }
        var kept = Kept(to.Least, n);
        for (var w = 0; w < Width; w++)
            whole[w] = aside ? whole[w] + byRow[w] * kept : byRow[w] * kept;
    }

    // The rows that were used least, the least first, by their numbers.
    private void Least(Vector<float>* usage, Vector<float>* least)
    {
        for (var r = 0; r < Heads; r++)
        {
            var (lowest, which) = (new Vector<float>(float.PositiveInfinity), Vector<float>.Zero);
            for (var n = 0; n < Slots; n++)
            {
                var number = new Vector<float>(n);
                var lower = Vector.LessThan(usage[n], lowest);
                for (var taken = 0; taken < r; taken++)
                    lower = Vector.AndNot(lower, Vector.Equals(least[taken], number));
                lowest = Vector.ConditionalSelect(lower, usage[n], lowest);
                which = Vector.ConditionalSelect(lower, number, which);
            }
            least[r] = which;
        }
    }

    private static Vector<float> IsLeast(Vector<float> least, int n) =>
        Vector.ConditionalSelect(
            Vector.Equals(least, new Vector<float>(n)),
            Vector<float>.One,
            Vector<float>.Zero
        );

    private Vector<float> Kept(Vector<float>* least, int n)
    {
        var kept = Vector<float>.One;
        for (var r = 0; r < Heads; r++)
            kept -= IsLeast(least[r], n);
        return kept;
    }

    private Vector<float> Shrinking(Vector<float>* row) =>
        Vector<float>.One / Vector.SquareRoot(Dot(row, row) + new Vector<float>(Small));

    private Vector<float> Dot(Vector<float>* a, Vector<float>* b)
    {
        Vector<float> s0 = Vector<float>.Zero,
            s1 = Vector<float>.Zero,
            s2 = Vector<float>.Zero,
            s3 = Vector<float>.Zero;
        var w = 0;
        for (; w + 4 <= Width; w += 4)
        {
            s0 = Vector.FusedMultiplyAdd(a[w], b[w], s0);
            s1 = Vector.FusedMultiplyAdd(a[w + 1], b[w + 1], s1);
            s2 = Vector.FusedMultiplyAdd(a[w + 2], b[w + 2], s2);
            s3 = Vector.FusedMultiplyAdd(a[w + 3], b[w + 3], s3);
        }
        for (; w < Width; w++)
            s0 = Vector.FusedMultiplyAdd(a[w], b[w], s0);
        return s0 + s1 + (s2 + s3);
    }

    // factor·start + the sum over heads of weight·row; sums stay in registers.
    private void Combine(
        Vector<float>* sum,
        Vector<float> factor,
        Vector<float>* start,
        Vector<float>* weights,
        int step,
        Vector<float>* rows
    )
    {
        var w = 0;
        for (; w + 4 <= Width; w += 4)
        {
            Vector<float> s0 = start[w] * factor,
                s1 = start[w + 1] * factor,
                s2 = start[w + 2] * factor,
                s3 = start[w + 3] * factor;
            for (var r = 0; r < Heads; r++)
            {
                var weight = weights[r * step];
                var row = rows + r * Width + w;
                s0 = Vector.FusedMultiplyAdd(weight, row[0], s0);
                s1 = Vector.FusedMultiplyAdd(weight, row[1], s1);
                s2 = Vector.FusedMultiplyAdd(weight, row[2], s2);
                s3 = Vector.FusedMultiplyAdd(weight, row[3], s3);
            }
            sum[w] = s0;
            sum[w + 1] = s1;
            sum[w + 2] = s2;
            sum[w + 3] = s3;
        }
        for (; w < Width; w++)
        {
            var one = start[w] * factor;
            for (var r = 0; r < Heads; r++)
                one = Vector.FusedMultiplyAdd(weights[r * step], rows[r * Width + w], one);
            sum[w] = one;
        }
    }

    private void AddRow(Vector<float>* sum, Vector<float> factor, Vector<float>* row)
    {
        for (var w = 0; w < Width; w++)
            sum[w] = Vector.FusedMultiplyAdd(factor, row[w], sum[w]);
    }
}
