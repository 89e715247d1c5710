using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>How what is learned is improved: apart from what is learned, and from how a task is adapted to.</summary>
public interface IMetaGradientEstimator
{
    /// <summary>Estimates the meta-gradient, a mean over the batch's tasks.</summary>
    /// <param name="learner">
    /// Model, loss, inner rule and steps; its <see cref="AdaptiveLearner.Parts"/> says what adaptations begin with.
    /// </param>
    /// <param name="meta">What is learned.</param>
    /// <param name="tasks">The tasks.</param>
    MetaGradient Estimate(AdaptiveLearner learner, Parameters meta, TaskBatch tasks);
}
