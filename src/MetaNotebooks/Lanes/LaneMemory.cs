using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.InteropServices;

namespace MetaNotebooks.Lanes;

/// <summary>
/// Room for lanes, taken piece by piece. It lies where the processor's vectors do not straddle its cache lines, which
/// arrays do, and is used again by the next batch: fresh memory costs more than what is computed in it.
/// </summary>
internal sealed unsafe class LaneMemory : IDisposable
{
    private const int CacheLine = 64;
    private static readonly ConcurrentBag<LaneMemory> Free = [];

    private Vector<float>* start;
    private long length;
    private long used;

    private LaneMemory() { }

    ~LaneMemory() => NativeMemory.AlignedFree(start);

    /// <summary>Room for a number of vectors; what was in it is unknown.</summary>
    public static LaneMemory Of(long vectors)
    {
        if (!Free.TryTake(out var memory))
            memory = new();
        memory.used = 0;
        if (memory.length < vectors)
        {
            NativeMemory.AlignedFree(memory.start);
            memory.start = null;
            memory.length = 0;
            var bytes = (nuint)vectors * (nuint)sizeof(Vector<float>);
            memory.start = (Vector<float>*)NativeMemory.AlignedAlloc(bytes, CacheLine);
            memory.length = vectors;
        }
        return memory;
    }

    /// <summary>The next piece.</summary>
    public Vector<float>* Take(long vectors)
    {
        if (used + vectors > length)
            throw new InvalidOperationException($"{used + vectors} vectors are asked of room for {length}.");
        var piece = start + used;
        used += vectors;
        return piece;
    }

    /// <summary>The next piece, of single numbers; whole cache lines.</summary>
    public float* Numbers(long count) => (float*)Take(Vectors(count));

    /// <summary>The vectors that so many numbers take, in whole cache lines.</summary>
    public static long Vectors(long numbers)
    {
        var line = CacheLine / sizeof(float);
        return (numbers + line - 1) / line * line / Vector<float>.Count;
    }

    /// <summary>Leaves the room for the next batch.</summary>
    public void Dispose() => Free.Add(this);
}
