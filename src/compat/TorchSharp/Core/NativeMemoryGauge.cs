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
    private static long floor;
    private static long step = SmallestStep;
    private static int collecting;

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
        if (left < Volatile.Read(ref floor))
            Volatile.Write(ref floor, left);
    }

    private static void Look()
    {
        if (Interlocked.Exchange(ref collecting, 1) != 0)
            return;
        Volatile.Write(ref created, 0);
        var now = Volatile.Read(ref live);
        var base_ = Volatile.Read(ref floor);
        if (now - base_ > step / 2)
        {
            // What survives two young collections is in the oldest generation: it is looked at, in the
            // background, only where the floor itself has risen.
            GC.Collect(base_ > step ? GC.MaxGeneration : 1, GCCollectionMode.Forced, blocking: base_ <= step);
        }
        Volatile.Write(ref step, Math.Max(SmallestStep, base_));
        Volatile.Write(ref floor, now);
        Volatile.Write(ref collecting, 0);
    }
}
