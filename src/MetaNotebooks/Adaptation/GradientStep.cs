using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// θ′ = θ − α∇L(θ) (errata page, D0.4 and D2.3). The learning rate α is a tensor, ρ's "rate", so it can be differentiated: one for
/// all parameters, or one for each task, <c>[T, 1, 1]</c>, to try many at once. Or ρ holds a tensor for each parameter,
/// "rate.head.weight" and so on: θ′ = θ − α ∘ ∇L(θ), the inner loop of Meta-SGD (Li et al. 2017, equation 4).
/// </summary>
/// <param name="Rate">Initial α, above 0.</param>
public sealed record GradientStep(double Rate) : IInnerRule
{
    /// <summary>Whether every number of every parameter has a rate of its own. Default false.</summary>
    public bool PerParameter { get; init; }

    /// <inheritdoc/>
    public Parameters Init(ParameterShapes shapes, Seed seed, ScalarType dtype = ScalarType.Float32)
    {
        Require.Positive(Rate, nameof(Rate));
        return PerParameter
            ? Parameters.Join(("rate", shapes.Make((_, shape) => full(shape, Rate, dtype))))
            : Parameters.Of(("rate", tensor(Rate, dtype)));
    }

    /// <inheritdoc/>
    public (Parameters Theta, Parameters State) Step(
        Parameters rho,
        Parameters theta,
        SupportLoss support,
        Parameters state
    ) =>
        (
            rho.Has("rate")
                ? theta - rho["rate"] * support.Gradients
                : theta - rho.Part("rate") * support.Gradients,
            state
        );
}
