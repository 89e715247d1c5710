using MetaNotebooks.Acceleration;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>Adam (Kingma and Ba 2015, algorithm 1).</summary>
/// <param name="Rate">Step size, above 0. Default 1e-3.</param>
/// <param name="Beta1">Decay of the first moment, in [0, 1). Default 0.9.</param>
/// <param name="Beta2">Decay of the second moment, in [0, 1). Default 0.999.</param>
/// <param name="Epsilon">Added to the root of the second moment, above 0. Default 1e-8.</param>
public sealed record Adam(double Rate = 1e-3, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8)
    : IOptimiser
{
    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Init(Tensor parameters)
    {
        Require.Positive(Rate, nameof(Rate));
        Require.Positive(Epsilon, nameof(Epsilon));
        Require.Fraction(Beta1, nameof(Beta1));
        Require.Fraction(Beta2, nameof(Beta2));
        return [zeros_like(parameters), zeros_like(parameters)];
    }

    /// <inheritdoc/>
    public (Tensor Parameters, IReadOnlyList<Tensor> State) Step(
        long iteration,
        Tensor parameters,
        Tensor gradient,
        IReadOnlyList<Tensor> state
    )
    {
        // The bias corrections, m/(1 − β₁ᵗ) and v/(1 − β₂ᵗ), folded into two numbers.
        var root = Math.Sqrt(1 - Math.Pow(Beta2, iteration));
        var size = Rate * root / (1 - Math.Pow(Beta1, iteration));
        var epsilon = Epsilon * root;
        if (AdamNumbers.Fit(parameters, gradient, state))
            return AdamNumbers.Step(parameters, gradient, state, (Beta1, Beta2, size, epsilon));
        var first = Beta1 * state[0] + (1 - Beta1) * gradient;
        var second = Beta2 * state[1] + (1 - Beta2) * gradient.square();
        return (parameters - size * first / (second.sqrt() + epsilon), [first, second]);
    }
}
