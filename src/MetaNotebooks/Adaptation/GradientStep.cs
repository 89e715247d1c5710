using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// θ′ = θ − α∇L(θ) (rows D0.4 and D2.3). The learning rate α is a tensor, ρ = [α], so it can be differentiated: one for
/// all parameters, or one for each task, <c>[T, 1, 1]</c>, to try many at once. Or ρ holds a tensor for each parameter:
/// θ′ = θ − α ∘ ∇L(θ), the inner loop of Meta-SGD (Li et al. 2017, equation 4).
/// </summary>
/// <param name="Rate">Initial α, above 0.</param>
public sealed record GradientStep(double Rate) : IInnerRule
{
    /// <summary>Whether every number of every parameter has a rate of its own. Default false.</summary>
    public bool PerParameter { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Init(
        IReadOnlyList<long[]> shapes,
        Seed seed,
        ScalarType dtype = ScalarType.Float32
    )
    {
        Require.Positive(Rate, nameof(Rate));
        return PerParameter ? [.. shapes.Select(shape => full(shape, Rate, dtype))] : [tensor(Rate, dtype)];
    }

    /// <inheritdoc/>
    public (IReadOnlyList<Tensor> Theta, IReadOnlyList<Tensor> State) Step(
        IReadOnlyList<Tensor> rho,
        IReadOnlyList<Tensor> theta,
        SupportLoss support,
        IReadOnlyList<Tensor> state
    )
    {
        var next = new Tensor[theta.Count];
        for (var i = 0; i < next.Length; i++)
            next[i] = theta[i] - rho[rho.Count == 1 ? 0 : i] * support.Gradients[i];
        return (next, state);
    }
}
