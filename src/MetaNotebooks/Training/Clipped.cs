using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Another optimiser, given gradients no longer than a limit: a longer one is shortened, its direction kept (Pascanu et
/// al. 2013, algorithm 1). For learned rules, whose meta-gradient now and then is very long.
/// </summary>
/// <param name="Optimiser">The optimiser.</param>
/// <param name="Norm">Largest length of the gradient as one vector, above 0.</param>
public sealed record Clipped(IOptimiser Optimiser, double Norm) : IOptimiser
{
    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Init(Tensor parameters)
    {
        Require.Positive(Norm, nameof(Norm));
        return Optimiser.Init(parameters);
    }

    /// <inheritdoc/>
    public (Tensor Parameters, IReadOnlyList<Tensor> State) Step(
        long iteration,
        Tensor parameters,
        Tensor gradient,
        IReadOnlyList<Tensor> state
    )
    {
        var length = gradient.square().sum().sqrt();
        return Optimiser.Step(iteration, parameters, gradient * (Norm / length).clamp_max(1), state);
    }
}
