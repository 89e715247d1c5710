using System.Numerics;

namespace MetaNotebooks.Acceleration;

/// <summary>
/// MAML's meta-gradient for as many tasks as there are lanes. Forward: θ₍ₛ₊₁₎ = θₛ − ρ ∘ gₛ. Then back, from λ, the query
/// loss's gradient at the adapted parameters: −gₛ ∘ λ for ρ, and λ ← λ − Hₛ(ρ ∘ λ), the Jacobian of the inner step (row
/// D4.2); first order leaves the Hessians Hₛ out.
/// </summary>
internal sealed unsafe class PerceptronAdaptation : IDisposable
{
    private readonly PerceptronNetwork network;
    private readonly PerceptronBatch batch;
    private readonly AlignedMemory memory;
    private readonly int first;

    /// <summary>Takes its buffers.</summary>
    /// <param name="network">The network.</param>
    /// <param name="batch">The tasks, and how they are adapted to.</param>
    /// <param name="first">The first of the tasks that are its own.</param>
    public PerceptronAdaptation(PerceptronNetwork network, PerceptronBatch batch, int first)
    {
        (this.network, this.batch, this.first) = (network, batch, first);
        var (points, queries, steps) = (batch.Shots, batch.Queries, batch.Steps);
        memory = AlignedMemory.Of(
            (steps + 1L) * PerceptronPass.BufferLength(network.Sizes, points)
                + PerceptronPass.BufferLength(network.Sizes, queries)
                + (2L * steps + 6) * network.Parameters
                + (
                    batch.SupportX.LongLength
                    + batch.SupportY.LongLength
                    + batch.QueryX.LongLength
                    + batch.QueryY.LongLength
                ) / batch.Tasks
        );
        ByTheta = memory.Take(network.Parameters);
        ByRho = memory.Take(network.Parameters);
    }

    /// <summary>The query loss of each task.</summary>
    public Vector<float> Loss { get; private set; }

    /// <summary>Its gradient by θ, <c>[P]</c>; it is λ on the way.</summary>
    public Vector<float>* ByTheta { get; }

    /// <summary>Its gradient by ρ, a rate for each parameter.</summary>
    public Vector<float>* ByRho { get; }

    /// <summary>Computes them.</summary>
    public void Run()
    {
        var (size, steps) = (network.Parameters, batch.Steps);
        Vector<float>* x = Spread(batch.SupportX),
            y = Spread(batch.SupportY);
        var theta = memory.Take(size * (steps + 1L));
        var gradients = memory.Take((long)size * steps);
        LaneTasks.Repeat(batch.Theta, theta);
        var rates = memory.Take(size);
        LaneTasks.Repeat(batch.Rates, rates);
        new Span<Vector<float>>(rates, size)[batch.Rates.Length..].Fill(*rates);
        var passes = new PerceptronPass[steps];
        for (var s = 0; s < steps; s++)
        {
            Vector<float>* at = TaskPart.At(theta, s, size),
                gradient = TaskPart.At(gradients, s, size);
            passes[s] = new(memory, network.Sizes, batch.Shots);
            network.Forward(at, x, passes[s]);
            network.Loss(y, passes[s]);
            network.Backward(at, x, passes[s], gradient);
            for (var i = 0; i < size; i++)
                at[size + i] = at[i] - rates[i] * gradient[i];
        }
        Query(TaskPart.At(theta, steps, size));
        new Span<Vector<float>>(ByRho, size).Clear();
        PerceptronPass along = new(memory, network.Sizes, batch.Shots);
        Vector<float>* direction = memory.Take(size),
            product = memory.Take(size);
        for (var s = steps - 1; s >= 0; s--)
        {
            var gradient = TaskPart.At(gradients, s, size);
            for (var i = 0; i < size; i++)
            {
                ByRho[i] -= gradient[i] * ByTheta[i];
                direction[i] = rates[i] * ByTheta[i];
            }
            if (batch.Derivatives == Derivatives.First)
                continue;
            network.Hessian(TaskPart.At(theta, s, size), direction, x, passes[s], along, product);
            for (var i = 0; i < size; i++)
                ByTheta[i] -= product[i];
        }
    }

    /// <summary>Gives its buffers back.</summary>
    public void Dispose() => memory.Dispose();

    private void Query(Vector<float>* adapted)
    {
        Vector<float>* x = Spread(batch.QueryX),
            y = Spread(batch.QueryY);
        var pass = new PerceptronPass(memory, network.Sizes, batch.Queries);
        network.Forward(adapted, x, pass);
        Loss = network.Loss(y, pass);
        network.Backward(adapted, x, pass, ByTheta);
    }

    private Vector<float>* Spread(float[] all)
    {
        var to = memory.Take(all.Length / batch.Tasks);
        LaneTasks.Spread(all, batch.Tasks, first, to);
        return to;
    }
}
