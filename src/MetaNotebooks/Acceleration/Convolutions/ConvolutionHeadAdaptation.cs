using MetaNotebooks.Acceleration;

namespace MetaNotebooks.Acceleration;

/// <summary>
/// ANIL's meta-gradient, one task after another in the same buffers. Inner steps move the head alone, so the blocks run once
/// forward over each set and once back: φ, their features of the support set, are the same in every step, and what the
/// steps' derivatives by φ add up to goes back in one pass.
/// </summary>
internal sealed unsafe class ConvolutionHeadAdaptation : IConvolutionAdaptation
{
    private readonly ConvolutionNetwork network;
    private readonly ConvolutionBatch batch;
    private readonly int vectors;
    private readonly AlignedMemory memory;
    private readonly ConvolutionScratch scratch;
    private readonly ConvolutionPass support;
    private readonly ConvolutionPass query;
    private readonly ConvolutionHead.Pass[] steps;
    private readonly ConvolutionHead.Pass along;
    private readonly Floats* theta;
    private readonly Floats* gradients;
    private readonly Floats* rates;
    private readonly Floats* direction;
    private readonly Floats* product;

    /// <summary>Takes its buffers.</summary>
    /// <param name="network">The network.</param>
    /// <param name="batch">The tasks, and how they are adapted to.</param>
    public ConvolutionHeadAdaptation(ConvolutionNetwork network, ConvolutionBatch batch)
    {
        (this.network, this.batch) = (network, batch);
        vectors = network.Parameters / Floats.Count;
        ConvolutionGrid[] grids = [.. batch.Support.Grids, .. batch.Query.Grids];
        var (points, numbers) = (batch.Support.Points, batch.Support.Points * network.Features);
        memory = AlignedMemory.Of(
            ConvolutionPass.BufferLength(network, batch.Support.Grids, differentiated: false)
                + ConvolutionPass.BufferLength(network, batch.Query.Grids, differentiated: false)
                + ConvolutionScratch.BufferLength(network, grids)
                + (batch.Steps + 1L) * ConvolutionHead.Pass.BufferLength(points, network.Way)
                + 2 * AlignedMemory.Vectors(numbers)
                + (2L * batch.Steps + 4) * vectors
        );
        scratch = new(memory, network, grids);
        support = new(memory, network, batch.Support.Grids, differentiated: false);
        query = new(memory, network, batch.Query.Grids, differentiated: false);
        ConvolutionHead.Pass Head(float* features, float* byFeatures) =>
            new(memory, points, network.Way, features, byFeatures);
        steps = new ConvolutionHead.Pass[batch.Steps];
        for (var s = 0; s < steps.Length; s++)
            steps[s] = Head(support.Head.Features, support.Head.ByFeatures);
        along = Head(memory.Numbers(numbers), memory.Numbers(numbers));
        // The features do not move.
        new Span<float>(along.Features, numbers).Clear();
        theta = memory.Take((batch.Steps + 1L) * vectors);
        gradients = memory.Take((long)batch.Steps * vectors);
        rates = memory.Take(vectors);
        direction = memory.Take(vectors);
        product = memory.Take(vectors);
        for (var s = 0; s <= batch.Steps; s++)
            batch.Theta.CopyTo(Numbers(TaskPart.At(theta, s, vectors)));
        batch.Rates.CopyTo(Numbers(rates));
    }

    private int First => network.Head.Offset / Floats.Count;

    /// <inheritdoc/>
    public float Run(int task, Floats* byTheta, Floats* byRho)
    {
        Features(batch.Support, task, support);
        Features(batch.Query, task, query);
        fixed (int* labels = batch.Support.Labels)
            for (var s = 0; s < steps.Length; s++)
            {
                Floats* at = TaskPart.At(theta, s, vectors),
                    gradient = TaskPart.At(gradients, s, vectors);
                network.Head.Loss((float*)at, TaskPart.At(labels, task, batch.Support.Points), steps[s]);
                network.Head.Backward((float*)at, steps[s], (float*)gradient);
                for (var i = First; i < vectors; i++)
                    at[vectors + i] = at[i] - rates[i] * gradient[i];
            }
        var loss = Query(task, byTheta);
        Numbers(byRho).Clear();
        Span<float> byFeatures = new(support.Head.ByFeatures, support.Head.Points * network.Features);
        byFeatures.Clear();
        for (var s = steps.Length - 1; s >= 0; s--)
        {
            var gradient = TaskPart.At(gradients, s, vectors);
            for (var i = First; i < vectors; i++)
            {
                byRho[i] -= gradient[i] * byTheta[i];
                direction[i] = rates[i] * byTheta[i];
            }
            if (batch.Derivatives == Derivatives.First)
                continue;
            float* at = (float*)TaskPart.At(theta, s, vectors),
                by = (float*)direction;
            network.Head.ForwardAlong(at, by, steps[s], along);
            network.Head.BackwardAlong(at, by, steps[s], along, (float*)product);
            for (var i = First; i < vectors; i++)
                byTheta[i] -= product[i];
            for (var i = 0; i < byFeatures.Length; i++)
                byFeatures[i] -= along.ByFeatures[i];
        }
        if (batch.Derivatives == Derivatives.Second)
        {
            network.BodyBackward((float*)theta, support, scratch, (float*)product);
            for (var i = 0; i < First; i++)
                byTheta[i] += product[i];
        }
        return loss;
    }

    /// <summary>Gives its buffers back.</summary>
    public void Dispose() => memory.Dispose();

    private void Features(ConvolutionBatch.Images images, int task, ConvolutionPass pass)
    {
        network.Read(TaskPart.Of(images.X, batch.Tasks, task), pass);
        network.Forward((float*)theta, pass);
    }

    private float Query(int task, Floats* gradient)
    {
        var adapted = (float*)TaskPart.At(theta, steps.Length, vectors);
        fixed (int* labels = batch.Query.Labels)
        {
            var loss = network.Head.Loss(adapted, TaskPart.At(labels, task, batch.Query.Points), query.Head);
            network.Backward(adapted, query, scratch, (float*)gradient);
            return loss;
        }
    }

    private Span<float> Numbers(Floats* from) => new(from, network.Parameters);
}
