using System.Numerics;
using MetaNotebooks.Lanes;

namespace MetaNotebooks.Channels;

/// <summary>
/// MAML's meta-gradient for one task: as <see cref="LaneAdaptation"/>, forward θ₍ₛ₊₁₎ = θₛ − ρ ∘ gₛ, then back from λ, the
/// query loss's gradient: −gₛ ∘ λ for ρ, and λ ← λ − Hₛ(ρ ∘ λ).
/// </summary>
/// <param name="network">The network.</param>
/// <param name="batch">The tasks, and how they are adapted to.</param>
/// <param name="task">Which of them.</param>
internal sealed unsafe class ChannelAdaptation(ChannelNetwork network, ChannelBatch batch, int task)
{
    private readonly int vectors = network.Parameters / Vector<float>.Count;

    /// <summary>The query loss.</summary>
    public float Loss { get; private set; }

    /// <summary>Its gradient by θ, <c>[P]</c>.</summary>
    public float[] ByTheta { get; } = new float[network.Parameters];

    /// <summary>Its gradient by ρ, a rate for each parameter.</summary>
    public float[] ByRho { get; } = new float[network.Parameters];

    /// <summary>Computes them.</summary>
    public void Run()
    {
        var (support, query, steps) = (batch.Support, batch.Query, batch.Steps);
        ChannelGrid[] grids = [.. support.Grids, .. query.Grids];
        using var memory = LaneMemory.Of(
            (steps + 1) * ChannelPass.Room(network, support.Grids)
                + ChannelPass.Room(network, query.Grids)
                + ChannelScratch.Room(network, grids)
                + (2L * steps + 6) * vectors
        );
        var scratch = new ChannelScratch(memory, network, grids);
        var theta = memory.Take((steps + 1L) * vectors);
        var gradients = memory.Take((long)steps * vectors);
        Vector<float>* rates = memory.Take(vectors),
            byTheta = memory.Take(vectors),
            byRho = memory.Take(vectors);
        batch.Theta.CopyTo(Numbers(theta));
        batch.Rates.CopyTo(Numbers(rates));
        var passes = new ChannelPass[steps];
        for (var s = 0; s < steps; s++)
        {
            Vector<float>* at = theta + s * vectors,
                gradient = gradients + s * vectors;
            passes[s] = new(memory, network, support.Grids);
            Gradient(at, support, passes[s], scratch, gradient);
            for (var i = 0; i < vectors; i++)
                at[vectors + i] = at[i] - rates[i] * gradient[i];
        }
        Loss = Gradient(theta + steps * vectors, query, new(memory, network, query.Grids), scratch, byTheta);
        Numbers(byRho).Clear();
        ChannelPass along = new(memory, network, support.Grids);
        Vector<float>* direction = memory.Take(vectors),
            product = memory.Take(vectors);
        for (var s = steps - 1; s >= 0; s--)
        {
            var gradient = gradients + s * vectors;
            for (var i = 0; i < vectors; i++)
            {
                byRho[i] -= gradient[i] * byTheta[i];
                direction[i] = rates[i] * byTheta[i];
            }
            if (batch.Derivatives == Derivatives.First)
                continue;
            network.Hessian(
                (float*)(theta + s * vectors),
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
        Numbers(byTheta).CopyTo(ByTheta);
        Numbers(byRho).CopyTo(ByRho);
    }

    private float Gradient(
        Vector<float>* theta,
        ChannelBatch.Images images,
        ChannelPass pass,
        ChannelScratch scratch,
        Vector<float>* gradient
    )
    {
        Numbers(gradient).Clear();
        network.Read(images.X.AsSpan(task * images.X.Length / batch.Tasks), pass);
        network.Forward((float*)theta, pass);
        fixed (int* labels = images.Labels)
        {
            var loss = network.Head.Loss((float*)theta, labels + task * images.Points, pass);
            network.Backward((float*)theta, pass, scratch, (float*)gradient);
            return loss;
        }
    }

    private Span<float> Numbers(Vector<float>* from) => new(from, network.Parameters);
}
