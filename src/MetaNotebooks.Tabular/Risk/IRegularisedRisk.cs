using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Regularised empirical risk (errata page, D3.3): θ* = argmin mean L(y, x·w + b) + λΩ(w), for T problems at once. The bias b is
/// not regularised. The result is a <see cref="Linear"/> model's parameters.
/// </summary>
public interface IRegularisedRisk
{
    /// <summary>The strength λ of the regulariser, above 0.</summary>
    double Strength { get; }

    /// <summary>The same risk at another strength.</summary>
    /// <param name="strength">λ, above 0.</param>
    IRegularisedRisk At(double strength);

    /// <summary>The minimum of the risk of each of T problems.</summary>
    /// <param name="x">Inputs <c>[T, n, d]</c>.</param>
    /// <param name="y">Targets <c>[T, n, …]</c>.</param>
    /// <returns>W <c>[T, d, out]</c> and b <c>[T, 1, out]</c>.</returns>
    Parameters Fit(Tensor x, Tensor y);
}
