using System.Runtime.InteropServices;

namespace MetaNotebooks.Acceleration;

/// <summary>
/// A buffer of vectors, taken piece by piece. It lies where the processor's vectors do not straddle its cache lines, which
/// arrays do, and is used again by the next batch: fresh memory costs more than what is computed in it. What
/// no batch has used from one full garbage collection to the next is freed.
/// </summary>
internal sealed unsafe class AlignedMemory : IDisposable
{
    private const int CacheLine = 64;

    // A buffer that is so many times as long as what is asked for is left to those who need it, or to be freed.
    private const int MostTooLarge = 4;

    private static readonly Lock Gate = new();
    private static readonly List<AlignedMemory> Free = [];

    private Floats* start;
    private readonly long length;
    private long used;
    private bool idle;

    static AlignedMemory() => _ = new Freeing();

    private AlignedMemory(long vectors)
    {
        var bytes = (nuint)vectors * (nuint)sizeof(Floats);
        start = (Floats*)NativeMemory.AlignedAlloc(bytes, CacheLine);
        length = vectors;
    }

    ~AlignedMemory() => NativeMemory.AlignedFree(start);

    /// <summary>How many vectors lie ready for the next batch.</summary>
    public static long Ready
    {
        get
        {
            lock (Gate)
                return Free.Sum(memory => memory.length);
        }
    }

    /// <summary>A buffer of a number of vectors; what was in it is unknown.</summary>
    public static AlignedMemory Of(long vectors)
    {
        lock (Gate)
        {
            // The least that is enough.
            var found = Free.Where(memory =>
                    memory.length >= vectors && memory.length / MostTooLarge <= vectors
                )
                .MinBy(memory => memory.length);
            if (found is not null)
            {
                Free.Remove(found);
                found.used = 0;
                return found;
            }
        }
        return new(vectors);
    }

    /// <summary>Frees what no batch has used since this was called before.</summary>
    public static void FreeUnused()
    {
        lock (Gate)
        {
            foreach (var memory in Free.Where(memory => memory.idle))
            {
                NativeMemory.AlignedFree(memory.start);
                memory.start = null;
                GC.SuppressFinalize(memory);
            }
            Free.RemoveAll(memory => memory.idle);
            foreach (var memory in Free)
                memory.idle = true;
        }
    }

    /// <summary>The next piece.</summary>
    public Floats* Take(long vectors)
    {
        if (used + vectors > length)
            throw new InvalidOperationException(
                $"{used + vectors} vectors are asked of a buffer of {length}."
            );
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
        return (numbers + line - 1) / line * line / Floats.Count;
    }

    /// <summary>Leaves the buffer for the next batch.</summary>
    public void Dispose()
    {
        lock (Gate)
        {
            idle = false;
            Free.Add(this);
        }
    }

    // Nothing refers to it, so each full collection finalises it, once it has grown old; it comes back for
    // the next.
    private sealed class Freeing
    {
        ~Freeing()
        {
            FreeUnused();
            if (!Environment.HasShutdownStarted)
                GC.ReRegisterForFinalize(this);
        }
    }
}
