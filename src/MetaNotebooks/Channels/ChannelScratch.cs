using MetaNotebooks.Lanes;

namespace MetaNotebooks.Channels;

/// <summary>Room for what a pass needs for a moment.</summary>
internal sealed unsafe class ChannelScratch
{
    public ChannelScratch(LaneMemory memory, ChannelNetwork network, IEnumerable<ChannelGrid> grids)
    {
        ByInput = memory.Numbers(InputLength(grids));
        Turned = memory.Numbers(KernelLength(network));
    }

    /// <summary>The loss's derivative by what comes into a block.</summary>
    public float* ByInput { get; }

    /// <summary>A kernel, channels for filters.</summary>
    public float* Turned { get; }

    /// <summary>How much room it takes, in vectors.</summary>
    public static long Room(ChannelNetwork network, IEnumerable<ChannelGrid> grids) =>
        LaneMemory.Vectors(InputLength(grids)) + LaneMemory.Vectors(KernelLength(network));

    private static int InputLength(IEnumerable<ChannelGrid> grids) => grids.Max(grid => grid.InputLength);

    private static int KernelLength(ChannelNetwork network) =>
        9 * network.Blocks[0].Filters * network.Blocks[0].Filters;
}
