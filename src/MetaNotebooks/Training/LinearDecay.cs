using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Another optimiser whose steps shrink linearly to nothing: the i-th is scaled by 1 − (i − 1)/N. Reptile's published
/// sinusoid run anneals its outer step so.
/// </summary>
/// <param name="Optimiser">Whose steps.</param>
/// <param name="Iterations">Over how many iterations, N; at least 1. Later steps change nothing.</param>
public sealed record LinearDecay(IOptimiser Optimiser, int Iterations) : IOptimiser
{
    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Init(Tensor parameters)
    {
        Require.AtLeast(Iterations, 1, nameof(Iterations));
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
        var (next, kept) = Optimiser.Step(iteration, parameters, gradient, state);
        var scale = Math.Max(0, 1 - (iteration - 1) / (double)Iterations);
        return (parameters + scale * (next - parameters), kept);
    }
}
