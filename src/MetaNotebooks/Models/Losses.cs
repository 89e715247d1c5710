using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>Losses and metrics, each a mean over a task's points: the learning rate does not change with the shots.</summary>
public static class Losses
{
    /// <summary>Mean squared error over points and outputs (errata page, D0.3): <c>[T, n, d], [T, n, d] → [T]</c>.</summary>
    public static TaskLoss MeanSquaredError { get; } =
        new(
            (prediction, target) =>
            {
                // Else shapes that differ would be stretched, and the loss be of pairs that nobody meant.
                if (!prediction.shape.SequenceEqual(target.shape))
                    throw new ArgumentException(
                        $"target has shape [{string.Join(", ", target.shape)}]; expected the prediction's, "
                            + $"[{string.Join(", ", prediction.shape)}].",
                        nameof(target)
                    );
                return (prediction - target).square().mean([1, 2]);
            }
        );

    /// <summary>Cross-entropy of logits: <c>[T, n, classes], int64 [T, n] → [T]</c>.</summary>
    public static TaskLoss CrossEntropy { get; } =
        new(
            (prediction, target) =>
            {
                CheckLabels(prediction, target);
                Require.Classes(target, nameof(target), prediction.shape[^1]);
                return -prediction.log_softmax(-1).gather(-1, target.unsqueeze(-1)).squeeze(-1).mean([1]);
            }
        );

    /// <summary>
    /// Share of points whose largest logit is the target's: <c>[T, n, classes], int64 [T, n] → [T]</c>. Not a
    /// number (NaN) for a task with a point whose largest logit is NaN or infinite: no class is named there.
    /// </summary>
    public static TaskLoss Accuracy { get; } =
        new(
            (prediction, target) =>
            {
                CheckLabels(prediction, target);
                return Right(prediction, target).mean([1]);
            }
        );

    /// <summary>
    /// 1 where the largest logit is the target's, 0 where it is another's, and NaN where it is no number or
    /// infinite, which an argmax would take for the largest: <c>[T, n, classes], int64 [T, n] → [T, n]</c>.
    /// </summary>
    internal static Tensor Right(Tensor prediction, Tensor target)
    {
        var right = prediction.argmax(-1).eq(target).to(prediction.dtype);
        return right.masked_fill(prediction.amax(-1).isfinite().logical_not(), double.NaN);
    }

    private static void CheckLabels(Tensor prediction, Tensor target)
    {
        if (
            target.dtype != ScalarType.Int64
            || !prediction.shape.AsSpan(0, (int)prediction.dim() - 1).SequenceEqual(target.shape)
        )
            throw new ArgumentException(
                $"target is {target.dtype} of shape [{string.Join(", ", target.shape)}]; expected labels, Int64 "
                    + $"[{string.Join(", ", prediction.shape[..^1])}].",
                nameof(target)
            );
    }
}
