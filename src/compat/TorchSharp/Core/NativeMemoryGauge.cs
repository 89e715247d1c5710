namespace TorchSharp;

/// <summary>
/// Tells the garbage collector about memory that it cannot see. A leaked tensor costs it some
/// 50 bytes but libtorch perhaps megabytes, so by itself it would collect far too rarely. The cheap
/// young generations are collected each time that tensors which nobody disposed have grown by a step.
/// </summary>
internal static class NativeMemoryGauge
{
    // What one small tensor costs libtorch: the tensor, its storage and its node in the graph.
    private const long Overhead = 512;
    private const long SmallestStep = 64L << 20;

    private static long live;
    private static long created;
    private static long lowest;
    private static long lowestAtFull;
    private static long step = SmallestStep;
    private static int looking;

    internal static long SizeOf(nint tensor) =>
        Overhead + Native.bridge_numel(tensor) * Native.bridge_element_size(tensor);

    internal static void Add(long bytes)
    {
        Interlocked.Add(ref live, bytes);
        if (Interlocked.Add(ref created, bytes) >= Volatile.Read(ref step))
            Look();
    }

    internal static void Remove(long bytes)
    {
        var left = Interlocked.Add(ref live, -bytes);
        if (left < Volatile.Read(ref lowest))
            Volatile.Write(ref lowest, left);
    }

    private static void Look()
    {
        if (Interlocked.Exchange(ref looking, 1) != 0)
            return;
        var now = Volatile.Read(ref live);
        var kept = Volatile.Read(ref lowest);
        lowestAtFull = Math.Min(lowestAtFull, kept);
        if (now - kept > step / 2)
            Collect(kept);
        Volatile.Write(ref created, 0);
        Volatile.Write(ref step, Math.Max(SmallestStep, kept));
        Volatile.Write(ref lowest, now);
        Volatile.Write(ref looking, 0);
    }

    // What even the finalizers left has grown old, or is in use: so the oldest generation is looked
    // at too, in the background, each time that has doubled.
    private static void Collect(long kept)
    {
        var full = kept > 2 * lowestAtFull + SmallestStep;
        if (full)
            lowestAtFull = kept;
        GC.Collect(full ? GC.MaxGeneration : 1, GCCollectionMode.Forced, blocking: !full);
    }
}
