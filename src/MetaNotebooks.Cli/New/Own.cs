using MetaNotebooks;
using static TorchSharp.torch;

namespace Own;

/// <summary>Gradient descent whose steps shrink: θ′ = θ − α/(1 + t) ∇L(θ). The state holds t.</summary>
/// <param name="Rate">Initial α.</param>
public sealed record ShrinkingStep(double Rate) : IInnerRule
{
    public Parameters Init(ParameterShapes shapes, Seed seed, ScalarType dtype = ScalarType.Float32) =>
        Parameters.Of(("rate", tensor(Rate, dtype)));

    public Parameters Begin(Parameters rho, Parameters theta) =>
        Parameters.Of(("t", zeros([], rho["rate"].dtype)));

    public (Parameters Theta, Parameters State) Step(
        Parameters rho,
        Parameters theta,
        SupportLoss support,
        Parameters state
    ) => (theta - rho["rate"] / (1 + state["t"]) * support.Gradients, state + 1.0);
}
