namespace MetaNotebooks.Acceleration;

/// <summary>What one step of a memory leaves, for the next step and for the derivatives.</summary>
internal readonly unsafe struct MemoryTrace
{
    public MemoryTrace(AlignedMemory buffer, LruMemory memory, Floats* found)
    {
        long slots = memory.Slots,
            heads = memory.Heads,
            weights = slots * heads;
        Rows = buffer.Take(slots * memory.Width);
        Inverse = buffer.Take(slots);
        Usage = buffer.Take(slots);
        Cosines = buffer.Take(weights);
        Reads = buffer.Take(weights);
        Writes = buffer.Take(weights);
        Unit = buffer.Take(heads * memory.Width);
        Shrink = buffer.Take(heads);
        Total = buffer.Take(heads);
        Least = buffer.Take(heads);
        Found = found;
    }

    /// <summary>How long its buffers are together, in vectors.</summary>
    public static long Length(LruMemory memory) =>
        memory.Slots * (memory.Width + 2L + 3L * memory.Heads) + memory.Heads * (memory.Width + 3L);

    /// <summary>The rows, and one over the length of each.</summary>
    public Floats* Rows { get; }
    public Floats* Inverse { get; }

    /// <summary>How much each was used.</summary>
    public Floats* Usage { get; }

    /// <summary>Of each head with each row.</summary>
    public Floats* Cosines { get; }
    public Floats* Reads { get; }
    public Floats* Writes { get; }

    /// <summary>Each key at length one, and one over its length.</summary>
    public Floats* Unit { get; }
    public Floats* Shrink { get; }

    /// <summary>One over the sum of each head's exponentials; the number of the row that it wiped.</summary>
    public Floats* Total { get; }
    public Floats* Least { get; }

    /// <summary>What each head read.</summary>
    public Floats* Found { get; }
}
