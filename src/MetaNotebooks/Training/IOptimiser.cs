using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// An update rule of the outer loop as a pure function: parameters, gradient and state in, parameters and state out.
/// All parameters are one flat vector, so an update is a handful of operations however many tensors there are.
/// </summary>
public interface IOptimiser
{
    /// <summary>State before the first step.</summary>
    /// <param name="parameters">Parameters <c>[P]</c>.</param>
    IReadOnlyList<Tensor> Init(Tensor parameters);

    /// <summary>One step.</summary>
    /// <param name="iteration">Which step this is, from 1.</param>
    /// <param name="parameters">Parameters <c>[P]</c>.</param>
    /// <param name="gradient">Gradient <c>[P]</c>.</param>
    /// <param name="state">State after the step before.</param>
    (Tensor Parameters, IReadOnlyList<Tensor> State) Step(
        long iteration,
        Tensor parameters,
        Tensor gradient,
        IReadOnlyList<Tensor> state
    );
}
