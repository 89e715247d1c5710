using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Ridge regression in closed form (errata page, D3.3; Hoerl and Kennard 1970): the minimum of the mean over points of
/// ‖y − x·W − b‖², plus λ‖W‖², is W = (XᵀX/n + λI)⁻¹XᵀY/n with X and Y centred.
/// </summary>
/// <param name="Strength">λ, above 0.</param>
public sealed record Ridge(double Strength) : IRegularisedRisk
{
    /// <inheritdoc/>
    public IRegularisedRisk At(double strength) => new Ridge(strength);

    /// <inheritdoc/>
    /// <remarks>Targets are <c>[T, n, out]</c>, of the inputs' type.</remarks>
    public Parameters Fit(Tensor x, Tensor y)
    {
        Require.Positive(Strength, nameof(Strength));
        Require.Table(x, nameof(x));
        Require.Table(y, nameof(y));
        Require.Leading(y, nameof(y), x.shape[..2]);
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var (n, d) = (x.shape[1], x.shape[2]);
        var (meanX, meanY) = (x.mean([1], keepdim: true), y.mean([1], keepdim: true));
        var centred = x - meanX;
        var transposed = centred.transpose(1, 2);
        var gram = matmul(transposed, centred) / n + Strength * eye(d, dtype: x.dtype);
        var weight = linalg.solve(gram, matmul(transposed, y - meanY) / n);
        var theta = Parameters.Of(("weight", weight), ("bias", meanY - matmul(meanX, weight)));
        scope.MoveToOuter(theta);
        return theta;
    }
}
