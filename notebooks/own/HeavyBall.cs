using MetaNotebooks;
using static TorchSharp.torch;

namespace Own;

/// <summary>
/// Gradient descent with momentum (Polyak 1964): v′ = βv + ∇L(θ), θ′ = θ − αv′. ρ holds α, "rate", and β, "momentum", as
/// tensors, so that they can be learned; the velocities v are the state.
/// </summary>
/// <param name="Rate">Initial α.</param>
/// <param name="Momentum">Initial β.</param>
public sealed record HeavyBall(double Rate, double Momentum) : IInnerRule
{
    public Parameters Init(ParameterShapes shapes, Seed seed, ScalarType dtype = ScalarType.Float32) =>
        Parameters.Of(("rate", tensor(Rate, dtype)), ("momentum", tensor(Momentum, dtype)));

    public Parameters Begin(Parameters rho, Parameters theta) => theta.Zeros();

    public (Parameters Theta, Parameters State) Step(
        Parameters rho,
        Parameters theta,
        SupportLoss support,
        Parameters state
    )
    {
        var velocity = rho["momentum"] * state + support.Gradients;
        return (theta - rho["rate"] * velocity, velocity);
    }
}
