using MetaNotebooks.Lanes;

namespace MetaNotebooks.Channels;

/// <summary>Room for what a pass needs for a moment.</summary>
internal sealed unsafe class ChannelScratch
{
    public ChannelScratch(LaneMemory memory, ChannelNetwork network, IEnumerable<ChannelGrid> grids)
    {
        ByInput = (float*)memory.Take(InputVectors(grids));
        Turned = (float*)memory.Take(TurnedVectors(network));
    }

    /// <summary>The loss's derivative by what comes into a block.</summary>
    public float* ByInput { get; }

    /// <summary>A kernel, channels for filters.</summary>
    public float* Turned { get; }

    /// <summary>How much room it takes, in vectors.</summary>
    public static long Room(ChannelNetwork network, IEnumerable<ChannelGrid> grids) =>
        InputVectors(grids) + TurnedVectors(network);

    private static long InputVectors(IEnumerable<ChannelGrid> grids) =>
        ChannelPass.Vectors(grids.Max(grid => grid.InputLength));

    private static long TurnedVectors(ChannelNetwork network) =>
        ChannelPass.Vectors(9L * network.Blocks[0].Filters * network.Blocks[0].Filters);
}
