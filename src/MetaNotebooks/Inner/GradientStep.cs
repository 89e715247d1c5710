using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// θ′ = θ − α∇L(θ) (rows D0.4 and D2.3). The learning rate α is a tensor, ρ = [α], so it can be differentiated: one for
/// all parameters, or one for each task, <c>[T, 1, 1]</c>, to try many at once.
/// </summary>
/// <param name="Rate">Initial α, above 0.</param>
public sealed record GradientStep(double Rate) : IInnerRule
{
    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Init(IReadOnlyList<long[]> shapes, ScalarType dtype = ScalarType.Float32)
    {
        Require.Positive(Rate, nameof(Rate));
        return [tensor(Rate, dtype)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Step(
        IReadOnlyList<Tensor> rho,
        IReadOnlyList<Tensor> theta,
        IReadOnlyList<Tensor> gradients
    )
    {
        var next = new Tensor[theta.Count];
        for (var i = 0; i < next.Length; i++)
            next[i] = theta[i] - rho[0] * gradients[i];
        return next;
    }
}
