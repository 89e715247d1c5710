using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>Stochastic gradient descent: θ ← θ − βg.</summary>
/// <param name="Rate">Outer learning rate β, above 0.</param>
public sealed record Sgd(double Rate) : IOptimiser
{
    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Init(Tensor parameters)
    {
        Require.Positive(Rate, nameof(Rate));
        return [];
    }

    /// <inheritdoc/>
    public (Tensor Parameters, IReadOnlyList<Tensor> State) Step(
        long iteration,
        Tensor parameters,
        Tensor gradient,
        IReadOnlyList<Tensor> state
    ) => (parameters - Rate * gradient, state);
}
