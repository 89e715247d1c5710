using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>Losses and metrics, each a mean over a task's points: the learning rate does not change with the shots.</summary>
public static class Losses
{
    /// <summary>Mean squared error over points and outputs (row D0.3): <c>[T, n, d], [T, n, d] → [T]</c>.</summary>
    public static TaskLoss MeanSquaredError { get; } =
        (prediction, target) => (prediction - target).square().mean([1, 2]);

    /// <summary>Cross-entropy of logits: <c>[T, n, classes], int64 [T, n] → [T]</c>.</summary>
    public static TaskLoss CrossEntropy { get; } =
        (prediction, target) =>
            -prediction.log_softmax(-1).gather(-1, target.unsqueeze(-1)).squeeze(-1).mean([1]);

    /// <summary>Share of points whose largest logit is the target's: <c>[T, n, classes], int64 [T, n] → [T]</c>.</summary>
    public static TaskLoss Accuracy { get; } =
        (prediction, target) => prediction.argmax(-1).eq(target).to(prediction.dtype).mean([1]);
}
