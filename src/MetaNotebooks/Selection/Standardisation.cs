using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>Inputs to mean 0 and deviation 1, feature by feature, by the statistics of the points it is fitted to.</summary>
internal static class Standardisation
{
    /// <summary>Mean and deviation of each feature: <c>[T, n, d]</c> → twice <c>[T, 1, d]</c>.</summary>
    public static IReadOnlyList<Tensor> Fit(Tensor x)
    {
        var mean = x.mean([1], keepdim: true);
        var deviation = (x - mean).square().mean([1], keepdim: true).sqrt();
        // A constant feature tells nothing; dividing by its deviation would make noise of rounding.
        return [mean, where(deviation.gt(1e-12), deviation, ones_like(deviation))];
    }

    public static Tensor Apply(IReadOnlyList<Tensor> statistics, Tensor x) =>
        (x - statistics[0]) / statistics[1];
}
