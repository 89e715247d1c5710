using MetaNotebooks.Acceleration;
using MetaNotebooks.Native;
using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks.Acceleration;

/// <summary>
/// <see cref="Conv4"/> as an embedding: its features of some tasks' images, and the way back from a loss's derivative by
/// them, for learners whose loss is a small thing behind the features and can be left to automatic differentiation.
/// </summary>
internal sealed unsafe class ConvolutionEmbedding : IDisposable
{
    private readonly ConvolutionNetwork network;
    private readonly AlignedMemory memory;
    private readonly float* theta;
    private readonly int images;
    private readonly OfTask[] tasks;

    /// <summary>Embeds images.</summary>
    /// <param name="model">The blocks.</param>
    /// <param name="theta">Their parameters.</param>
    /// <param name="x">Images <c>[T, n, side, side]</c>, each task normalised by its own.</param>
    public ConvolutionEmbedding(Conv4 model, Parameters theta, Tensor x)
    {
        network = ConvolutionNetwork.Of(model, way: 0);
        var ordered = network.Ordered(theta);
        memory = AlignedMemory.Of(AlignedMemory.Vectors(ordered.Length));
        this.theta = memory.Numbers(ordered.Length);
        ordered.CopyTo(new Span<float>(this.theta, ordered.Length));
        images = (int)x.shape[1];
        var grids = network.Grids(images);
        var numbers = Held.Numbers<float>(x);
        var features = new float[x.shape[0] * images * network.Features];
        tasks = new OfTask[x.shape[0]];
        Each(task =>
        {
            tasks[task] = new(network, grids);
            tasks[task].Forward(network, this.theta, TaskPart.Of(numbers, tasks.Length, task));
            Turn(tasks[task].Pass.Head.Features, features, task, toModel: true);
        });
        Features = tensor(features, [tasks.Length, images, network.Features]);
    }

    /// <summary>The features, <c>[T, n, d]</c>; without history.</summary>
    public Tensor Features { get; }

    /// <summary>The loss's gradient by the parameters.</summary>
    /// <param name="byFeatures">Its derivative by the features, <c>[T, n, d]</c>.</param>
    /// <param name="like">The parameters.</param>
    public Parameters Backward(Tensor byFeatures, Parameters like)
    {
        var numbers = Held.Numbers<float>(byFeatures);
        using var results = AlignedMemory.Of((long)tasks.Length * network.Parameters / Floats.Count);
        var gradients = results.Numbers((long)tasks.Length * network.Parameters);
        Each(task =>
        {
            Turn(tasks[task].Pass.Head.ByFeatures, numbers, task, toModel: false);
            tasks[task].Backward(network, theta, TaskPart.At(gradients, task, network.Parameters));
        });
        return PlainNumbers.Tensors(network.Sum((Floats*)gradients, tasks.Length), like);
    }

    /// <summary>Gives its buffers back.</summary>
    public void Dispose()
    {
        foreach (var task in tasks)
            task.Dispose();
        memory.Dispose();
    }

    private void Each(Action<int> run)
    {
        if (get_num_threads() == 1)
            for (var task = 0; task < tasks.Length; task++)
                run(task);
        else
            Parallel.For(0, tasks.Length, new() { MaxDegreeOfParallelism = get_num_threads() }, run);
    }

    // Here an image's features lie pixel by pixel, in the model channel by channel.
    private void Turn(float* here, float[] model, int task, bool toModel)
    {
        var filters = network.Blocks[^1].Filters;
        var pixels = network.Features / filters;
        var at = TaskPart.Bounds(model.Length, tasks.Length, task).Start;
        for (var i = 0; i < images; i++)
        for (var channel = 0; channel < filters; channel++)
        for (var pixel = 0; pixel < pixels; pixel++, at++)
        {
            var own = here + (i * pixels + pixel) * filters + channel;
            if (toModel)
                model[at] = *own;
            else
                *own = model[at];
        }
    }

    // What lies between a task's way there and back.
    private sealed class OfTask : IDisposable
    {
        private readonly AlignedMemory memory;

        public OfTask(ConvolutionNetwork network, IReadOnlyList<ConvolutionGrid> grids)
        {
            memory = AlignedMemory.Of(ConvolutionPass.ForwardLength(network, grids));
            Pass = new(memory, network, grids);
        }

        public ConvolutionPass Pass { get; }

        public void Forward(ConvolutionNetwork network, float* theta, ReadOnlySpan<float> images)
        {
            network.Read(images, Pass);
            network.Forward(theta, Pass);
        }

        // By buffers that the next task finds in the processor's caches.
        public void Backward(ConvolutionNetwork network, float* theta, float* gradient)
        {
            using var back = AlignedMemory.Of(
                ConvolutionPass.WayBackLength(network, Pass.Grids, differentiated: false)
                    + ConvolutionScratch.BufferLength(network, Pass.Grids)
            );
            Pass.TakeWayBack(back, network, differentiated: false);
            network.BodyBackward(theta, Pass, new(back, network, Pass.Grids), gradient);
        }

        public void Dispose() => memory.Dispose();
    }
}
