using MetaNotebooks.Acceleration;

namespace MetaNotebooks.Acceleration;

/// <summary>
/// MAML's meta-gradient, one task after another in the same buffers: as <see cref="PerceptronAdaptation"/>, forward θ₍ₛ₊₁₎ = θₛ − ρ ∘ gₛ,
/// then back from λ, the query loss's gradient: −gₛ ∘ λ for ρ, and λ ← λ − Hₛ(ρ ∘ λ).
/// </summary>
internal sealed unsafe class ConvolutionAdaptation : IConvolutionAdaptation
{
    private readonly ConvolutionNetwork network;
    private readonly ConvolutionBatch batch;
    private readonly int vectors;
    private readonly AlignedMemory memory;
    private readonly ConvolutionScratch scratch;
    private readonly ConvolutionPass[] passes;
    private readonly ConvolutionPass query;
    private readonly ConvolutionPass along;
    private readonly Floats* theta;
    private readonly Floats* gradients;
    private readonly Floats* rates;
    private readonly Floats* direction;
    private readonly Floats* product;

    /// <summary>Takes its buffers.</summary>
    /// <param name="network">The network.</param>
    /// <param name="batch">The tasks, and how they are adapted to.</param>
    public ConvolutionAdaptation(ConvolutionNetwork network, ConvolutionBatch batch)
    {
        (this.network, this.batch) = (network, batch);
        vectors = network.Parameters / Floats.Count;
        var (support, steps) = (batch.Support.Grids, batch.Steps);
        ConvolutionGrid[] grids = [.. support, .. batch.Query.Grids];
        memory = AlignedMemory.Of(
            (steps + 1L) * ConvolutionPass.BufferLength(network, support, differentiated: true)
                + ConvolutionPass.BufferLength(network, batch.Query.Grids, differentiated: false)
                + ConvolutionScratch.BufferLength(network, grids)
                + (2L * steps + 4) * vectors
        );
        scratch = new(memory, network, grids);
        ConvolutionPass Pass() => new(memory, network, support, differentiated: true);
        passes = [.. Enumerable.Range(0, steps).Select(_ => Pass())];
        query = new(memory, network, batch.Query.Grids, differentiated: false);
        along = Pass();
        theta = memory.Take((steps + 1L) * vectors);
        gradients = memory.Take((long)steps * vectors);
        rates = memory.Take(vectors);
        direction = memory.Take(vectors);
        product = memory.Take(vectors);
        batch.Theta.CopyTo(Numbers(theta));
        batch.Rates.CopyTo(Numbers(rates));
    }

    /// <inheritdoc/>
    public float Run(int task, Floats* byTheta, Floats* byRho)
    {
        for (var s = 0; s < batch.Steps; s++)
        {
            Floats* at = TaskPart.At(theta, s, vectors),
                gradient = TaskPart.At(gradients, s, vectors);
            Gradient(at, batch.Support, task, passes[s], gradient);
            for (var i = 0; i < vectors; i++)
                at[vectors + i] = at[i] - rates[i] * gradient[i];
        }
        var loss = Gradient(TaskPart.At(theta, batch.Steps, vectors), batch.Query, task, query, byTheta);
        Numbers(byRho).Clear();
        for (var s = batch.Steps - 1; s >= 0; s--)
        {
            var gradient = TaskPart.At(gradients, s, vectors);
            for (var i = 0; i < vectors; i++)
            {
                byRho[i] -= gradient[i] * byTheta[i];
                direction[i] = rates[i] * byTheta[i];
            }
            if (batch.Derivatives == Derivatives.First)
                continue;
            network.Hessian(
                (float*)TaskPart.At(theta, s, vectors),
                (float*)gradient,
                (float*)direction,
                passes[s],
                along,
                scratch,
                (float*)product
            );
            for (var i = 0; i < vectors; i++)
                byTheta[i] -= product[i];
        }
        return loss;
    }

    /// <summary>Gives its buffers back.</summary>
    public void Dispose() => memory.Dispose();

    private float Gradient(
        Floats* at,
        ConvolutionBatch.Images images,
        int task,
        ConvolutionPass pass,
        Floats* gradient
    )
    {
        network.Read(TaskPart.Of(images.X, batch.Tasks, task), pass);
        network.Forward((float*)at, pass);
        fixed (int* labels = images.Labels)
        {
            var loss = network.Head.Loss((float*)at, TaskPart.At(labels, task, images.Points), pass.Head);
            network.Backward((float*)at, pass, scratch, (float*)gradient);
            return loss;
        }
    }

    private Span<float> Numbers(Floats* from) => new(from, network.Parameters);
}
