using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Adam (Kingma and Ba 2015, algorithm 1) as an inner rule: the hand-made optimiser that learned ones are compared with.
/// The rate is a tensor, ρ = [α]: one for all tasks, or one for each, <c>[T, 1, 1]</c>, to try many at once.
/// </summary>
/// <param name="Rate">Initial α, above 0.</param>
/// <param name="Beta1">Decay of the first moment, in [0, 1). Default 0.9.</param>
/// <param name="Beta2">Decay of the second moment, in [0, 1). Default 0.999.</param>
/// <param name="Epsilon">Added to the root of the second moment, above 0. Default 1e-8.</param>
public sealed record AdamStep(double Rate, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8)
    : IInnerRule
{
    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Init(
        IReadOnlyList<long[]> shapes,
        Seed seed,
        ScalarType dtype = ScalarType.Float32
    )
    {
        Require.Positive(Rate, nameof(Rate));
        Require.Positive(Epsilon, nameof(Epsilon));
        Require.Fraction(Beta1, nameof(Beta1));
        Require.Fraction(Beta2, nameof(Beta2));
        return [tensor(Rate, dtype)];
    }

    /// <summary>The powers β₁ᵗ and β₂ᵗ, then both moments of each parameter.</summary>
    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Begin(IReadOnlyList<Tensor> rho, IReadOnlyList<Tensor> theta)
    {
        var zeros = theta.Select(t => zeros_like(t)).ToArray();
        var one = tensor(1.0, theta[0].dtype);
        return [one, one, .. zeros, .. zeros];
    }

    /// <inheritdoc/>
    public (IReadOnlyList<Tensor> Theta, IReadOnlyList<Tensor> State) Step(
        IReadOnlyList<Tensor> rho,
        IReadOnlyList<Tensor> theta,
        SupportLoss support,
        IReadOnlyList<Tensor> state
    )
    {
        var count = theta.Count;
        var (power1, power2) = (state[0] * Beta1, state[1] * Beta2);
        Tensor[] next = new Tensor[count],
            first = new Tensor[count],
            second = new Tensor[count];
        for (var i = 0; i < count; i++)
        {
            var gradient = support.Gradients[i];
            first[i] = Beta1 * state[2 + i] + (1 - Beta1) * gradient;
            second[i] = Beta2 * state[2 + count + i] + (1 - Beta2) * gradient.square();
            var scale = Root(second[i] / (1 - power2)) + Epsilon;
            next[i] = theta[i] - rho[0] * (first[i] / (1 - power1)) / scale;
        }
        return (next, [power1, power2, .. first, .. second]);
    }

    // √v, whose slope is infinite at 0, where a number's gradients have all been 0: times theirs it would be
    // no number. There the slope is taken for 0, as that of |g| is, which √v is after one step.
    private static Tensor Root(Tensor v)
    {
        var none = v.eq(0);
        return v.masked_fill(none, 1).sqrt().masked_fill(none, 0);
    }
}
