using MetaNotebooks.Native;
using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Accuracy by instance (Santoro et al. 2016, table 1): how often a class is named rightly when it is met for the first
/// time in an episode, which is a guess, for the second, and so on.
/// </summary>
public static class InstanceAccuracy
{
    /// <summary>
    /// Accuracy at each instance, as intervals over episodes; NaN, as <see cref="Losses.Accuracy"/>, at an
    /// instance whose largest logit is no number or infinite.
    /// </summary>
    /// <param name="logits">Predictions made before each label is shown, <c>[T, n, classes]</c>.</param>
    /// <param name="labels">Labels in the order in which they were met, int64 <c>[T, n]</c>; T at least 2.</param>
    /// <param name="instances">How many instances; every episode has that many of at least one class.</param>
    public static IReadOnlyList<Interval> Of(Tensor logits, Tensor labels, int instances)
    {
        Require.AtLeast(instances, 1, nameof(instances));
        Require.Leading(labels, nameof(labels), Require.Batched(logits, nameof(logits))[..2]);
        using var scope = NewDisposeScope();
        var hot = labels.unsqueeze(-1).eq(arange(logits.shape[2])).to(ScalarType.Float64);
        var count = (hot.cumsum(1) * hot).sum([2L]);
        var right = Losses.Right(logits, labels).to(ScalarType.Float64);
        return
        [
            .. Enumerable
                .Range(1, instances)
                .Select(instance =>
                {
                    var met = count.eq(tensor((double)instance));
                    var sum = right.masked_fill(met.logical_not(), 0).sum([1L]);
                    var each = sum / met.to(ScalarType.Float64).sum([1L]);
                    return Interval.Of(Held.Numbers<double>(each));
                }),
        ];
    }
}
