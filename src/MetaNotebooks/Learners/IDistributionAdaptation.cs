using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>An adaptation that says how sure it is of each target, by a distribution.</summary>
public interface IDistributionAdaptation : IAdaptation
{
    /// <summary>
    /// The probability that a target is at most a given number. For targets that are drawn as the learner believes, it is
    /// uniform on [0, 1]: below 0.9, say, in nine of ten ("calibrated").
    /// </summary>
    /// <param name="step">0 (not adapted) to <see cref="IAdaptation.Steps"/>.</param>
    /// <param name="x">Inputs <c>[T, n, …]</c>.</param>
    /// <param name="y">Numbers <c>[T, n, 1]</c>.</param>
    /// <returns>Probabilities <c>[T, n, 1]</c>.</returns>
    Tensor Cumulative(int step, Tensor x, Tensor y);
}
