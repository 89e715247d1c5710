using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>Inputs to mean 0 and deviation 1, feature by feature, by the statistics of the points it is fitted to.</summary>
/// <remarks>
/// A feature that is constant there, but for rounding, tells nothing: it becomes 0 wherever it is applied,
/// however much it differs then. Its deviation is +∞. Whether it is constant is judged in its own unit and by
/// its type.
/// </remarks>
internal static class Standardisation
{
    // Units in the last place of the largest number: what a few operations leave of numbers that were one.
    private const int Rounding = 16;

    /// <summary>Mean and deviation of each feature: <c>[T, n, d]</c> → twice <c>[T, 1, d]</c>.</summary>
    /// <param name="x">The points.</param>
    /// <param name="type">The type of the two; null, the default, for that of the points.</param>
    public static Parameters Fit(Tensor x, ScalarType? type = null)
    {
        var all = x.to(ScalarType.Float64);
        Tensor low = all.amin([1], keepdim: true),
            high = all.amax([1], keepdim: true);
        var range = high - low;
        var constant = range.le(Rounding * Step(x.dtype) * maximum(low.abs(), high.abs()));
        var unit = range.masked_fill(constant, 1);
        // Seen from one of the points, and in units of their range: squares of the numbers themselves may
        // lose all their digits, overflow or vanish.
        var placed = (all - low) / unit;
        var mean = placed.mean([1], keepdim: true);
        var deviation = (placed - mean).square().mean([1], keepdim: true).sqrt() * unit;
        return Parameters.Of(
            ("mean", (low + mean * unit).to(type ?? x.dtype)),
            ("deviation", deviation.masked_fill(constant, double.PositiveInfinity).to(type ?? x.dtype))
        );
    }

    /// <summary>The features <c>[T, n, d]</c>, standardised.</summary>
    public static Tensor Apply(Parameters statistics, Tensor x) =>
        (x - statistics["mean"]) / statistics["deviation"];

    // From 1 to the next number of the type.
    private static double Step(ScalarType type) =>
        type == ScalarType.Float32 ? 1.0 / (1 << 23) : double.BitIncrement(1) - 1;
}
