using System.Numerics;
using MetaNotebooks.Lanes;

namespace MetaNotebooks.Channels;

/// <summary>What a pass through a network leaves at each block for the next; of a pass along a direction, its derivatives.</summary>
internal sealed unsafe class ChannelPass
{
    private readonly LaneMemory memory;

    public ChannelPass(LaneMemory memory, ChannelNetwork network, IReadOnlyList<ChannelGrid> grids)
    {
        this.memory = memory;
        Grids = grids;
        Points = grids[0].Pixels / grids[0].ImagePixels;
        Blocks = [.. network.Blocks.Zip(grids, (block, grid) => new Block(this, block, grid))];
        Features = Take(Points * network.Features);
        ByFeatures = Take(Points * network.Features);
        ByLogits = Take(Points * network.Way);
        Shares = Take(Points * network.Way);
    }

    /// <summary>Images.</summary>
    public int Points { get; }

    public IReadOnlyList<ChannelGrid> Grids { get; }

    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>What the blocks give, <c>[n, features]</c>.</summary>
    public float* Features { get; }

    /// <summary>The loss's derivative by it.</summary>
    public float* ByFeatures { get; }

    /// <summary>The loss's derivative by the logits, <c>[n, way]</c>.</summary>
    public float* ByLogits { get; }

    /// <summary>The probabilities of the classes, <c>[n, way]</c>.</summary>
    public float* Shares { get; }

    /// <summary>How much room it takes, in vectors.</summary>
    public static long Room(ChannelNetwork network, IReadOnlyList<ChannelGrid> grids)
    {
        var points = grids[0].Pixels / grids[0].ImagePixels;
        return 2 * Vectors(points * network.Features)
            + 2 * Vectors(points * network.Way)
            + network
                .Blocks.Zip(
                    grids,
                    (block, grid) =>
                        Vectors(grid.InputLength)
                        + 3 * Vectors(grid.Rows * block.Filters)
                        + Vectors(block.Filters)
                )
                .Sum();
    }

    /// <summary>Vectors that some numbers take, in whole cache lines.</summary>
    public static long Vectors(long numbers) => (numbers + 15) / 16 * 16 / Vector<float>.Count;

    private float* Take(long numbers) => (float*)memory.Take(Vectors(numbers));

    /// <summary>One block's, <c>[pixels, filters]</c> but for the input.</summary>
    public sealed class Block
    {
        public Block(ChannelPass pass, ChannelBlock block, ChannelGrid grid)
        {
            Input = pass.Take(grid.InputLength);
            // The frames are zero, and stay it.
            new Span<float>(Input, grid.InputLength).Clear();
            Normal = pass.Take(grid.Rows * block.Filters);
            ByValue = pass.Take(grid.Rows * block.Filters);
            ByProduct = pass.Take(grid.Rows * block.Filters);
            Spread = pass.Take(block.Filters);
        }

        /// <summary>What comes in, framed; patches in the first block.</summary>
        public float* Input { get; }

        /// <summary>The convolution's result, then that normalised.</summary>
        public float* Normal { get; }

        /// <summary>1 / σ of each channel; of a pass along a direction, −σ̇ / σ.</summary>
        public float* Spread { get; }

        /// <summary>The loss's derivative by what goes into the rectifier.</summary>
        public float* ByValue { get; }

        /// <summary>The loss's derivative by the convolution's result.</summary>
        public float* ByProduct { get; }
    }
}
