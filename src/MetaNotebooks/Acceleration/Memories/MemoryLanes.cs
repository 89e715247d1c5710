using System.Runtime.Intrinsics;

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
    public void Forward(MemoryTrace from, MemoryTrace to, Floats* keys)
    {
        Floats* added = keys + Heads * Width,
            gates = added + Heads * Width;
        Least(from.Usage, to.Least);
        for (var r = 0; r < Heads; r++)
        {
            Floats* k = keys + r * Width,
                unit = to.Unit + r * Width;
            to.Shrink[r] = Shrinking(k);
            for (var w = 0; w < Width; w++)
                unit[w] = k[w] * to.Shrink[r];
            to.Total[r] = Floats.Zero;
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
                to.Reads[at] = Vector512.Exp(to.Cosines[at]);
                to.Total[r] += to.Reads[at];
            }
        }
        Read(from, to);
    }

    private void Write(int n, MemoryTrace from, MemoryTrace to, Floats* added, Floats* gates)
    {
        var kept = Kept(to.Least, n);
        Floats* before = from.Rows + n * Width,
            row = to.Rows + n * Width;
        for (var r = 0; r < Heads; r++)
        {
            var (at, least) = (r * Slots + n, IsLeast(to.Least[r], n));
            to.Writes[at] = Vector512.FusedMultiplyAdd(gates[r], from.Reads[at] - least, least);
        }
        Combine(row, kept, before, to.Writes + n, Slots, added);
    }

    private void Read(MemoryTrace from, MemoryTrace to)
    {
        new Span<Floats>(to.Found, Heads * Width).Clear();
        var decay = Vector512.Create((float)Memory.Decay);
        for (var r = 0; r < Heads; r++)
            to.Total[r] = Floats.One / to.Total[r];
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
        Floats* keys,
        MemoryDerivatives by,
        Floats* byFound,
        Floats* byKeys,
        bool aside
    )
    {
        var read = Heads * Width;
        new Span<Floats>(byKeys, 2 * read + Heads).Clear();
        for (var r = 0; r < Heads; r++)
            ByCosines(r, to, byFound + r * Width, aside ? null : by.ReadsAfter, by.Cosines);
        for (var n = 0; n < Slots; n++)
            Row(n, from, to, keys + read, by, byFound, byKeys, aside);
        for (var r = 0; r < Heads; r++)
        {
            // The key's unit vector k/√(k² + small).
            Floats* byUnit = byKeys + r * Width,
                unit = to.Unit + r * Width;
            var along = Dot(unit, byUnit);
            for (var w = 0; w < Width; w++)
                byUnit[w] = to.Shrink[r] * (byUnit[w] - along * unit[w]);
        }
    }

    private void ByCosines(int r, MemoryTrace to, Floats* byFound, Floats* byReads, Floats* byCosines)
    {
        var mean = Floats.Zero;
        for (var n = 0; n < Slots; n++)
        {
            var at = r * Slots + n;
            var one = Dot(byFound, to.Rows + n * Width);
            byCosines[at] = byReads == null ? one : one + byReads[at];
            mean = Vector512.FusedMultiplyAdd(to.Reads[at], byCosines[at], mean);
        }
        for (var n = 0; n < Slots; n++)
            byCosines[r * Slots + n] = to.Reads[r * Slots + n] * (byCosines[r * Slots + n] - mean);
    }

    private void Row(
        int n,
        MemoryTrace from,
        MemoryTrace to,
        Floats* added,
        MemoryDerivatives by,
        Floats* byFound,
        Floats* byKeys,
        bool aside
    )
    {
        Floats* row = to.Rows + n * Width,
            byRow = by.Row,
            byAdded = byKeys + Heads * Width,
            byGates = byAdded + Heads * Width,
            whole = by.Rows + n * Width;
        var (inverse, shrinks) = (to.Inverse[n], Floats.Zero);
        for (var r = 0; r < Heads; r++)
        {
            var at = r * Slots + n;
            shrinks = Vector512.FusedMultiplyAdd(by.Cosines[at], to.Cosines[at], shrinks);
            by.Cosines[at] *= inverse;
            AddRow(byKeys + r * Width, by.Cosines[at], row);
        }
        Combine(byRow, -shrinks * inverse * inverse, row, to.Reads + n, Slots, byFound);
        Combine(byRow, Floats.One, byRow, by.Cosines + n, Slots, to.Unit);
        if (!aside)
            AddRow(byRow, Floats.One, whole);
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
    private void Least(Floats* usage, Floats* least)
    {
        for (var r = 0; r < Heads; r++)
        {
            var (lowest, which) = (Vector512.Create(float.PositiveInfinity), Floats.Zero);
            for (var n = 0; n < Slots; n++)
            {
                var number = Vector512.Create((float)n);
                var lower = Vector512.LessThan(usage[n], lowest);
                for (var taken = 0; taken < r; taken++)
                    lower = Vector512.AndNot(lower, Vector512.Equals(least[taken], number));
                lowest = Vector512.ConditionalSelect(lower, usage[n], lowest);
                which = Vector512.ConditionalSelect(lower, number, which);
            }
            least[r] = which;
        }
    }

    private static Floats IsLeast(Floats least, int n) =>
        Vector512.ConditionalSelect(
            Vector512.Equals(least, Vector512.Create((float)n)),
            Floats.One,
            Floats.Zero
        );

    private Floats Kept(Floats* least, int n)
    {
        var kept = Floats.One;
        for (var r = 0; r < Heads; r++)
            kept -= IsLeast(least[r], n);
        return kept;
    }

    private Floats Shrinking(Floats* row) =>
        Floats.One / Vector512.Sqrt(Dot(row, row) + Vector512.Create(Small));

    private Floats Dot(Floats* a, Floats* b)
    {
        Floats s0 = Floats.Zero,
            s1 = Floats.Zero,
            s2 = Floats.Zero,
            s3 = Floats.Zero;
        var w = 0;
        for (; w + 4 <= Width; w += 4)
        {
            s0 = Vector512.FusedMultiplyAdd(a[w], b[w], s0);
            s1 = Vector512.FusedMultiplyAdd(a[w + 1], b[w + 1], s1);
            s2 = Vector512.FusedMultiplyAdd(a[w + 2], b[w + 2], s2);
            s3 = Vector512.FusedMultiplyAdd(a[w + 3], b[w + 3], s3);
        }
        for (; w < Width; w++)
            s0 = Vector512.FusedMultiplyAdd(a[w], b[w], s0);
        return s0 + s1 + (s2 + s3);
    }

    // factor·start + the sum over heads of weight·row; sums stay in registers.
    private void Combine(Floats* sum, Floats factor, Floats* start, Floats* weights, int step, Floats* rows)
    {
        var w = 0;
        for (; w + 4 <= Width; w += 4)
        {
            Floats s0 = start[w] * factor,
                s1 = start[w + 1] * factor,
                s2 = start[w + 2] * factor,
                s3 = start[w + 3] * factor;
            for (var r = 0; r < Heads; r++)
            {
                var weight = weights[r * step];
                var row = rows + r * Width + w;
                s0 = Vector512.FusedMultiplyAdd(weight, row[0], s0);
                s1 = Vector512.FusedMultiplyAdd(weight, row[1], s1);
                s2 = Vector512.FusedMultiplyAdd(weight, row[2], s2);
                s3 = Vector512.FusedMultiplyAdd(weight, row[3], s3);
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
                one = Vector512.FusedMultiplyAdd(weights[r * step], rows[r * Width + w], one);
            sum[w] = one;
        }
    }

    private void AddRow(Floats* sum, Floats factor, Floats* row)
    {
        for (var w = 0; w < Width; w++)
            sum[w] = Vector512.FusedMultiplyAdd(factor, row[w], sum[w]);
    }
}
