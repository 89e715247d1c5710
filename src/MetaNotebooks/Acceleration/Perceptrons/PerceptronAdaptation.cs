namespace MetaNotebooks.Acceleration;

/// <summary>
/// MAML's meta-gradient for as many tasks as there are lanes. Forward: θ₍ₛ₊₁₎ = θₛ − ρ ∘ gₛ. Then back, from λ, the query
/// loss's gradient at the adapted parameters: −gₛ ∘ λ for ρ, and λ ← λ − Hₛ(ρ ∘ λ), the Jacobian of the inner step (row
/// D4.2); first order leaves the Hessians Hₛ out.
/// </summary>
/// <param name="network">The network.</param>
/// <param name="batch">The tasks, and how they are adapted to.</param>
/// <param name="first">The first of the tasks that are its own.</param>
internal sealed unsafe class PerceptronAdaptation(PerceptronNetwork network, PerceptronBatch batch, int first)
{
    private readonly int size = network.Parameters;

    /// <summary>Computes the query loss of each task.</summary>
    /// <param name="byTheta">Where its gradient by θ goes, <c>[P]</c>; it is λ on the way.</param>
    /// <param name="byRho">Where its gradient by ρ goes, a rate for each parameter; null where it is not wanted.</param>
    public Floats Run(Floats* byTheta, Floats* byRho)
    {
        // The same buffers for one group of tasks after another, which finds them in the processor's caches.
        using var memory = AlignedMemory.Of(BufferLength(byRho != null));
        Floats* x = Spread(memory, batch.SupportX),
            y = Spread(memory, batch.SupportY),
            adapted = memory.Take((long)size * batch.Steps),
            gradients = memory.Take((long)size * (byRho == null ? 1 : batch.Steps));
        Floats* Theta(int s) => s == 0 ? batch.Theta : TaskPart.At(adapted, s - 1, size);
        Floats* Gradient(int s) => byRho == null ? gradients : TaskPart.At(gradients, s, size);
        var passes = new PerceptronPass[batch.Steps];
        for (var s = 0; s < batch.Steps; s++)
        {
            passes[s] = new(memory, network.Sizes, batch.Shots);
            network.Forward(Theta(s), x, passes[s]);
            network.Loss(y, passes[s]);
            network.Backward(Theta(s), x, passes[s], Gradient(s));
            Step(Theta(s), Gradient(s), Theta(s + 1));
        }
        var loss = Query(memory, Theta(batch.Steps), byTheta);
        if (byRho != null)
            new Span<Floats>(byRho, size).Clear();
        PerceptronPass along = new(memory, network.Sizes, batch.Shots);
        Floats* direction = memory.Take(size),
            product = memory.Take(size);
        for (var s = batch.Steps - 1; s >= 0; s--)
        {
            if (byRho != null)
            {
                var gradient = Gradient(s);
                for (var i = 0; i < size; i++)
                    byRho[i] -= gradient[i] * byTheta[i];
            }
            if (batch.Derivatives == Derivatives.First)
                continue;
            var rates = batch.Rates;
            var every = batch.RateStep;
            for (var i = 0; i < size; i++)
                direction[i] = rates[i * every] * byTheta[i];
            network.Hessian(Theta(s), direction, x, passes[s], along, product);
            for (var i = 0; i < size; i++)
                byTheta[i] -= product[i];
        }
        return loss;
    }

    private long BufferLength(bool keepsGradients) =>
        (batch.Steps + 1L) * PerceptronPass.BufferLength(network.Sizes, batch.Shots)
        + PerceptronPass.BufferLength(network.Sizes, batch.Queries)
        + (batch.Steps + (keepsGradients ? batch.Steps : 1) + 2L) * size
        + (
            batch.SupportX.LongLength
            + batch.SupportY.LongLength
            + batch.QueryX.LongLength
            + batch.QueryY.LongLength
        ) / batch.Tasks;

    private void Step(Floats* from, Floats* gradient, Floats* to)
    {
        var rates = batch.Rates;
        var every = batch.RateStep;
        for (var i = 0; i < size; i++)
            to[i] = from[i] - rates[i * every] * gradient[i];
    }

    private Floats Query(AlignedMemory memory, Floats* adapted, Floats* gradient)
    {
        Floats* x = Spread(memory, batch.QueryX),
            y = Spread(memory, batch.QueryY);
        var pass = new PerceptronPass(memory, network.Sizes, batch.Queries);
        network.Forward(adapted, x, pass);
        var loss = network.Loss(y, pass);
        network.Backward(adapted, x, pass, gradient);
        return loss;
    }

    private Floats* Spread(AlignedMemory memory, float[] all)
    {
        var to = memory.Take(all.Length / batch.Tasks);
        LaneTasks.Spread(all, batch.Tasks, first, to);
        return to;
    }
}
