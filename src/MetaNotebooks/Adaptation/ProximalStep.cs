using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// A gradient step on the loss with a pull back to where the adaptation began (Rajeswaran et al. 2019, equation 3):
/// θ′ = θ − α(∇L(θ) + λ(θ − θ₀)). Many steps end where L(θ) + λ/2·‖θ − θ₀‖² is least, and how they went there does not
/// matter, which <see cref="Implicit"/> makes use of. ρ is the "rate" α and the "strength" λ.
/// </summary>
/// <param name="Rate">Initial α, above 0.</param>
/// <param name="Strength">Initial λ, above 0. Default 2 (the paper's, on Omniglot).</param>
public sealed record ProximalStep(double Rate, double Strength = 2) : IInnerRule
{
    /// <inheritdoc/>
    public Parameters Init(ParameterShapes shapes, Seed seed, ScalarType dtype = ScalarType.Float32)
    {
        Require.Positive(Rate, nameof(Rate));
        Require.Positive(Strength, nameof(Strength));
        return Parameters.Of(("rate", tensor(Rate, dtype)), ("strength", tensor(Strength, dtype)));
    }

    /// <summary>θ₀.</summary>
    /// <inheritdoc/>
    public Parameters Begin(Parameters rho, Parameters theta) => theta;

    /// <inheritdoc/>
    public (Parameters Theta, Parameters State) Step(
        Parameters rho,
        Parameters theta,
        SupportLoss support,
        Parameters state
    ) => (theta - rho["rate"] * (support.Gradients + rho["strength"] * (theta - state)), state);
}
