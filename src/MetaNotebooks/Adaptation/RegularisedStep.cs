using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Gradient descent on a regularised loss, L(θ) + Σ λᵢ‖θᵢ‖² (errata page, D1.3 and D3.3):
/// θᵢ′ = θᵢ − αᵢ(∇ᵢL(θ) + 2λᵢθᵢ). ρ is ln α, "log_rate", and ln λ, "log_strength", so that no step on ρ can make either negative, and a rate and a
/// strength are moved by factors.
/// </summary>
/// <param name="Rate">Initial α, above 0.</param>
/// <param name="Strength">Initial λ, above 0.</param>
public sealed record RegularisedStep(double Rate, double Strength) : IInnerRule
{
    /// <summary>
    /// Whether each of the model's parameters (each W, each b) has an α and a λ of its own, or all share one.
    /// Default false.
    /// </summary>
    public bool PerParameter { get; init; }

    /// <inheritdoc/>
    public Parameters Init(ParameterShapes shapes, Seed seed, ScalarType dtype = ScalarType.Float32)
    {
        Require.Positive(Rate, nameof(Rate));
        Require.Positive(Strength, nameof(Strength));
        long[] shape = [PerParameter ? shapes.Count : 1];
        return Parameters.Of(
            ("log_rate", full(shape, Math.Log(Rate), dtype)),
            ("log_strength", full(shape, Math.Log(Strength), dtype))
        );
    }

    /// <inheritdoc/>
    public (Parameters Theta, Parameters State) Step(
        Parameters rho,
        Parameters theta,
        SupportLoss support,
        Parameters state
    )
    {
        var (rate, strength) = (rho["log_rate"].exp(), rho["log_strength"].exp());
        var place = 0;
        var next = theta.Zip(
            support.Gradients,
            (t, gradient) =>
            {
                var at = PerParameter ? place++ : 0;
                return t - rate[at] * (gradient + 2 * strength[at] * t);
            }
        );
        return (next, state);
    }
}
