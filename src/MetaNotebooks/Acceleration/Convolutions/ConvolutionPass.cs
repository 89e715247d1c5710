using MetaNotebooks.Acceleration;

namespace MetaNotebooks.Acceleration;

/// <summary>What a pass through a network leaves at each block for the next; of a pass along a direction, its derivatives.</summary>
internal sealed unsafe class ConvolutionPass
{
    /// <summary>Takes the buffers of both ways.</summary>
    /// <param name="memory">Where from.</param>
    /// <param name="network">The network.</param>
    /// <param name="grids">Where things are for its images.</param>
    /// <param name="differentiated">Whether its derivatives along a direction are taken, or it holds such.</param>
    public ConvolutionPass(
        AlignedMemory memory,
        ConvolutionNetwork network,
        IReadOnlyList<ConvolutionGrid> grids,
        bool differentiated
    )
        : this(memory, network, grids) => TakeWayBack(memory, network, differentiated);

    /// <summary>Takes the buffers of the way forward, which must be kept until the way back.</summary>
    /// <inheritdoc cref="ConvolutionPass(AlignedMemory, ConvolutionNetwork, IReadOnlyList{ConvolutionGrid}, bool)"/>
    public ConvolutionPass(
        AlignedMemory memory,
        ConvolutionNetwork network,
        IReadOnlyList<ConvolutionGrid> grids
    )
    {
        Grids = grids;
        Blocks = [.. network.Blocks.Zip(grids, (block, grid) => new Block(memory, block, grid))];
        var points = grids[0].Images;
        Head = new(
            memory,
            points,
            network.Way,
            memory.Numbers(points * network.Features),
            memory.Numbers(points * network.Features)
        );
    }

    public IReadOnlyList<ConvolutionGrid> Grids { get; }

    public IReadOnlyList<Block> Blocks { get; }

    public ConvolutionHead.Pass Head { get; }

    /// <summary>Takes the buffers of the way back.</summary>
    public void TakeWayBack(AlignedMemory memory, ConvolutionNetwork network, bool differentiated)
    {
        for (var l = 0; l < Blocks.Count; l++)
            Blocks[l].TakeWayBack(memory, Grids[l].Rows * network.Blocks[l].Filters, differentiated);
    }

    /// <summary>How long its buffers are together, in vectors.</summary>
    public static long BufferLength(
        ConvolutionNetwork network,
        IReadOnlyList<ConvolutionGrid> grids,
        bool differentiated
    ) => ForwardLength(network, grids) + WayBackLength(network, grids, differentiated);

    /// <summary>How long those of the way forward are.</summary>
    public static long ForwardLength(ConvolutionNetwork network, IReadOnlyList<ConvolutionGrid> grids)
    {
        var points = grids[0].Images;
        return 2 * AlignedMemory.Vectors(points * network.Features)
            + ConvolutionHead.Pass.BufferLength(points, network.Way)
            + network
                .Blocks.Zip(
                    grids,
                    (block, grid) =>
                        AlignedMemory.Vectors(grid.InputLength)
                        + AlignedMemory.Vectors(grid.Rows * block.Filters)
                        + AlignedMemory.Vectors(block.Filters)
                )
                .Sum();
    }

    /// <summary>How long those of the way back are.</summary>
    public static long WayBackLength(
        ConvolutionNetwork network,
        IReadOnlyList<ConvolutionGrid> grids,
        bool differentiated
    ) =>
        network
            .Blocks.Zip(
                grids,
                (block, grid) => (differentiated ? 2 : 1) * AlignedMemory.Vectors(grid.Rows * block.Filters)
            )
            .Sum();

    /// <summary>One block's, <c>[pixels, filters]</c> but for the input.</summary>
    public sealed class Block
    {
        public Block(AlignedMemory memory, ConvolutionBlock block, ConvolutionGrid grid)
        {
            Input = memory.Numbers(grid.InputLength);
            grid.ClearFrame(block, Input);
            Normal = memory.Numbers(grid.Rows * block.Filters);
            Spread = memory.Numbers(block.Filters);
        }

        /// <summary>What comes in, framed; patches in the first block.</summary>
        public float* Input { get; }

        /// <summary>The convolution's result, then that normalised.</summary>
        public float* Normal { get; }

        /// <summary>1 / σ of each channel; of a pass along a direction, −σ̇ / σ.</summary>
        public float* Spread { get; }

        /// <summary>The loss's derivative by what goes into the rectifier.</summary>
        public float* ByValue { get; private set; }

        /// <summary>The loss's derivative by the convolution's result.</summary>
        public float* ByProduct { get; private set; }

        public void TakeWayBack(AlignedMemory memory, int numbers, bool differentiated)
        {
            ByProduct = memory.Numbers(numbers);
            // What is read once need not be kept beside what it becomes.
            ByValue = differentiated ? memory.Numbers(numbers) : ByProduct;
        }
    }
}
