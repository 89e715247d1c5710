using System.Numerics;

namespace MetaNotebooks.Acceleration;

/// <summary>What one step of a memory leaves, for the next step and for the derivatives.</summary>
internal readonly unsafe struct MemoryTrace
{
    public MemoryTrace(AlignedMemory buffer, LruMemory memory, Vector<float>* found)
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
    public Vector<float>* Rows { get; }
    public Vector<float>* Inverse { get; }

    /// <summary>How much each was used.</summary>
    public Vector<float>* Usage { get; }

    /// <summary>Of each head with each row.</summary>
    public Vector<float>* Cosines { get; }
    public Vector<float>* Reads { get; }
    public Vector<float>* Writes { get; }

    /// <summary>Each key at length one, and one over its length.</summary>
    public Vector<float>* Unit { get; }
    public Vector<float>* Shrink { get; }

    /// <summary>One over the sum of each head's exponentials; the number of the row that it wiped.</summary>
    public Vector<float>* Total { get; }
    public Vector<float>* Least { get; }

    /// <summary>What each head read.</summary>
    public Vector<float>* Found { get; }
}
