using MetaNotebooks.Acceleration;

namespace MetaNotebooks.Acceleration;

/// <summary>Buffers for what a pass needs for a moment.</summary>
internal sealed unsafe class ConvolutionScratch
{
    public ConvolutionScratch(
        AlignedMemory memory,
        ConvolutionNetwork network,
        IEnumerable<ConvolutionGrid> grids
    )
    {
        ByInput = memory.Numbers(InputLength(grids));
        Turned = memory.Numbers(KernelLength(network));
    }

    /// <summary>The loss's derivative by what comes into a block.</summary>
    public float* ByInput { get; }

    /// <summary>A kernel, channels for filters.</summary>
    public float* Turned { get; }

    /// <summary>How long its buffers are together, in vectors.</summary>
    public static long BufferLength(ConvolutionNetwork network, IEnumerable<ConvolutionGrid> grids) =>
        AlignedMemory.Vectors(InputLength(grids)) + AlignedMemory.Vectors(KernelLength(network));

    private static int InputLength(IEnumerable<ConvolutionGrid> grids) => grids.Max(grid => grid.InputLength);

    private static int KernelLength(ConvolutionNetwork network) =>
        9 * network.Blocks[0].Filters * network.Blocks[0].Filters;
}
