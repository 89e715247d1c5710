using System.Collections.Concurrent;
using MetaNotebooks.Acceleration;
using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks.Acceleration;

/// <summary>
/// <see cref="Conv4"/> with a linear layer and cross-entropy, for one task: its loss, its gradient, and its Hessian times
/// a vector, written out (see <see cref="PerceptronNetwork"/>, which does so for networks too small for this).
/// </summary>
internal sealed unsafe class ConvolutionNetwork
{
    private static readonly ConcurrentDictionary<(int, int, int), ConvolutionNetwork> Known = [];
    private readonly int modelParameters;

    private ConvolutionNetwork(Conv4 body, int way)
    {
        var blocks = BlocksOf(body);
        Blocks = blocks;
        (Features, Way) = (body.Outputs, way);
        Head = new(Features, Way, blocks[^1].End);
        Order = Places(blocks, Features, Way);
        modelParameters = Order.Max() + 1;
    }

    public IReadOnlyList<ConvolutionBlock> Blocks { get; }

    public ConvolutionHead Head { get; }

    /// <summary>Size of the embedding.</summary>
    public int Features { get; }

    /// <summary>Classes.</summary>
    public int Way { get; }

    /// <summary>
    /// Which of the model's parameters, flat and in its order, each parameter here is; −1 for what only fills up to whole
    /// tiles and vectors.
    /// </summary>
    public int[] Order { get; }

    /// <summary>How many parameters, P, with those that fill up.</summary>
    public int Parameters => Order.Length;

    /// <summary>The network as it is laid out, once for all iterations of a training.</summary>
    /// <param name="body">The blocks.</param>
    /// <param name="way">Classes; 0 without a linear layer, where the features are what is wanted.</param>
    public static ConvolutionNetwork Of(Conv4 body, int way) =>
        Known.GetOrAdd((body.Side, body.Filters, way), _ => new(body, way));

    /// <summary>The blocks, one behind the other.</summary>
    public static IReadOnlyList<ConvolutionBlock> BlocksOf(Conv4 body)
    {
        var blocks = new List<ConvolutionBlock>();
        for (var (side, offset) = (body.Side, 0); blocks.Count < body.Shapes.Count / 3; )
        {
            blocks.Add(new(blocks.Count, side, body.Filters, offset));
            (side, offset) = (blocks[^1].OutSide, blocks[^1].End);
        }
        return blocks;
    }

    /// <summary>The model's parameters in the order here.</summary>
    public float[] Ordered(Parameters theta)
    {
        var numbers = Held.Numbers<float>(FlatParameters.Join(theta));
        return [.. Order.Select(place => place < 0 ? 0 : numbers[place])];
    }

    /// <summary>Where things are for some images, block by block.</summary>
    public IReadOnlyList<ConvolutionGrid> Grids(int images) =>
        [.. Blocks.Select((block, l) => new ConvolutionGrid(block, images, l == Blocks.Count - 1))];

    /// <summary>Lays images out as the first block's patches.</summary>
    /// <param name="x">Images, <c>[n, side, side]</c>.</param>
    /// <param name="pass">Where to.</param>
    public void Read(ReadOnlySpan<float> x, ConvolutionPass pass)
    {
        var (first, grid) = (Blocks[0], pass.Grids[0]);
        for (var p = 0; p < grid.Pixels; p++)
        {
            var patch = pass.Blocks[0].Input + grid.Windows[p];
            var (i, pixel) = (p / grid.ImagePixels, p % grid.ImagePixels);
            var (top, left) = (2 * (pixel / first.OutSide) - 1, 2 * (pixel % first.OutSide) - 1);
            for (var place = 0; place < 9; place++)
            {
                var (row, column) = (top + place / 3, left + place % 3);
                if (row >= 0 && row < first.Side && column >= 0 && column < first.Side)
                    patch[place] = x[(i * first.Side + row) * first.Side + column];
            }
        }
    }

    /// <summary>Forward: the features are left in the pass.</summary>
    public void Forward(float* theta, ConvolutionPass pass)
    {
        for (var l = 0; l < Blocks.Count; l++)
        {
            var (block, grid, at) = (Blocks[l], pass.Grids[l], pass.Blocks[l]);
            block.Convolve(grid, at.Input, theta + block.Kernel, at.Normal, add: false);
            ConvolutionNorm.Forward(block, grid, theta, at, Next(pass, l));
        }
    }

    /// <summary>Backward: the loss's gradient by the parameters.</summary>
    public void Backward(float* theta, ConvolutionPass pass, ConvolutionScratch scratch, float* gradient)
    {
        Head.Backward(theta, pass.Head, gradient);
        BodyBackward(theta, pass, scratch, gradient);
    }

    /// <summary>From the loss's derivative by the features on.</summary>
    public void BodyBackward(float* theta, ConvolutionPass pass, ConvolutionScratch scratch, float* gradient)
    {
        var byNext = pass.Head.ByFeatures;
        for (var l = Blocks.Count - 1; l >= 0; l--)
        {
            var (block, grid, at) = (Blocks[l], pass.Grids[l], pass.Blocks[l]);
            ConvolutionNorm.Backward(block, grid, theta, at, Next(pass, l), byNext, gradient);
            new Span<float>(gradient + block.Kernel, block.Scale - block.Kernel).Clear();
            block.AddByKernel(grid, at.Input, at.ByProduct, gradient + block.Kernel);
            if (l == 0)
                break;
            byNext = scratch.ByInput;
            new Span<float>(byNext, grid.InputLength).Clear();
            block.Turn(theta + block.Kernel, scratch.Turned);
            block.AddByInput(grid, at.ByProduct, scratch.Turned, byNext);
        }
    }

    /// <summary>
    /// The Hessian times a direction, after a forward and a backward pass at <paramref name="theta"/>: the derivative of
    /// <see cref="Backward"/>'s gradient along it.
    /// </summary>
    /// <param name="theta">The parameters.</param>
    /// <param name="gradient">The gradient there.</param>
    /// <param name="direction">The direction, <c>[P]</c>.</param>
    /// <param name="pass">The passes.</param>
    /// <param name="along">Buffers for their derivatives.</param>
    /// <param name="scratch">Buffers for what is needed for a moment.</param>
    /// <param name="product">The result, <c>[P]</c>.</param>
    public void Hessian(
        float* theta,
        float* gradient,
        float* direction,
        ConvolutionPass pass,
        ConvolutionPass along,
        ConvolutionScratch scratch,
        float* product
    )
    {
        ForwardAlong(theta, direction, pass, along);
        Head.BackwardAlong(theta, direction, pass.Head, along.Head, product);
        var byNext = along.Head.ByFeatures;
        for (var l = Blocks.Count - 1; l >= 0; l--)
        {
            var (block, grid) = (Blocks[l], pass.Grids[l]);
            var (at, moved) = (pass.Blocks[l], along.Blocks[l]);
            ConvolutionNorm.BackwardAlong(
                block,
                grid,
                theta,
                gradient,
                direction,
                at,
                moved,
                Next(pass, l),
                byNext,
                product
            );
            new Span<float>(product + block.Kernel, block.Scale - block.Kernel).Clear();
            block.AddByKernel(grid, at.Input, moved.ByProduct, product + block.Kernel);
            if (l == 0)
                break;
            block.AddByKernel(grid, moved.Input, at.ByProduct, product + block.Kernel);
            byNext = scratch.ByInput;
            new Span<float>(byNext, grid.InputLength).Clear();
            block.Turn(theta + block.Kernel, scratch.Turned);
            block.AddByInput(grid, moved.ByProduct, scratch.Turned, byNext);
            block.Turn(direction + block.Kernel, scratch.Turned);
            block.AddByInput(grid, at.ByProduct, scratch.Turned, byNext);
        }
    }

    /// <summary>The sum of some tasks' gradients, in the model's order; the first of them is written over.</summary>
    public float[] Sum(Floats* gradients, int tasks)
    {
        var size = Parameters / Floats.Count;
        for (var task = 1; task < tasks; task++)
        {
            var part = TaskPart.At(gradients, task, size);
            for (var i = 0; i < size; i++)
                gradients[i] += part[i];
        }
        var sum = new float[modelParameters];
        for (var i = 0; i < Parameters; i++)
            if (Order[i] >= 0)
                sum[Order[i]] = ((float*)gradients)[i];
        return sum;
    }

    private void ForwardAlong(float* theta, float* direction, ConvolutionPass pass, ConvolutionPass along)
    {
        for (var l = 0; l < Blocks.Count; l++)
        {
            var (block, grid) = (Blocks[l], pass.Grids[l]);
            var (at, moved) = (pass.Blocks[l], along.Blocks[l]);
            block.Convolve(grid, at.Input, direction + block.Kernel, moved.Normal, add: false);
            if (l > 0)
                block.Convolve(grid, moved.Input, theta + block.Kernel, moved.Normal, add: true);
            ConvolutionNorm.ForwardAlong(
                block,
                grid,
                theta,
                direction,
                at,
                moved,
                Next(pass, l),
                Next(along, l)
            );
        }
        Head.ForwardAlong(theta, direction, pass.Head, along.Head);
    }

    private static float* Next(ConvolutionPass pass, int block) =>
        block + 1 < pass.Blocks.Count ? pass.Blocks[block + 1].Input : pass.Head.Features;

    // The model's kernels are [filters, channels, 3, 3], its features lie channel by channel, its head is [features, way].
    private static int[] Places(IReadOnlyList<ConvolutionBlock> blocks, int features, int way)
    {
        var head = blocks[^1].End;
        var bias = head + way * features;
        var places = new int[(bias + way + 15) / 16 * 16];
        Array.Fill(places, -1);
        var next = 0;
        foreach (var block in blocks)
        {
            for (var filter = 0; filter < block.Filters; filter++)
            for (var channel = 0; channel < (block.IsFirst ? 1 : block.Filters); channel++)
            for (var y = 0; y < 3; y++)
            for (var x = 0; x < 3; x++)
                places[block.Kernel + block.KernelAt(filter, channel, y, x)] = next++;
            for (var i = block.Scale; i < block.End; i++)
                places[i] = next++;
        }
        var filters = blocks[^1].Filters;
        var pixels = features / filters;
        for (var channel = 0; channel < filters; channel++)
        for (var pixel = 0; pixel < pixels; pixel++)
        for (var k = 0; k < way; k++)
            places[head + k * features + pixel * filters + channel] = next++;
        for (var k = 0; k < way; k++)
            places[bias + k] = next++;
        return places;
    }
}
