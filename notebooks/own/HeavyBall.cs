using MetaNotebooks;
using static TorchSharp.torch;

namespace Own;

/// <summary>
/// Gradient descent with momentum (Polyak 1964): v′ = βv + ∇L(θ), θ′ = θ − αv′. Rate and momentum are tensors,
/// ρ = [α, β], so that they can be learned; the velocities v are the state.
/// </summary>
/// <param name="Rate">Initial α.</param>
/// <param name="Momentum">Initial β.</param>
public sealed record HeavyBall(double Rate, double Momentum) : IInnerRule
{
    public IReadOnlyList<Tensor> Init(
        IReadOnlyList<long[]> shapes,
        Seed seed,
        ScalarType dtype = ScalarType.Float32
    ) => [tensor(Rate, dtype), tensor(Momentum, dtype)];

    public IReadOnlyList<Tensor> Begin(IReadOnlyList<Tensor> rho, IReadOnlyList<Tensor> theta) =>
        [.. theta.Select(t => zeros_like(t))];

    public (IReadOnlyList<Tensor> Theta, IReadOnlyList<Tensor> State) Step(
        IReadOnlyList<Tensor> rho,
        IReadOnlyList<Tensor> theta,
        SupportLoss support,
        IReadOnlyList<Tensor> state
    )
    {
        Tensor[] velocity = [.. state.Zip(support.Gradients, (v, gradient) => rho[1] * v + gradient)];
        return ([.. theta.Zip(velocity, (t, v) => t - rho[0] * v)], velocity);
    }
}
