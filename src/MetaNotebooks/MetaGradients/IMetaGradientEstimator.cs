using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>How what is learned is improved: apart from what is learned, and from how a task is adapted to.</summary>
public interface IMetaGradientEstimator
{
    /// <summary>Estimates the meta-gradient, a mean over the batch's tasks.</summary>
    /// <param name="learner">Model, loss, inner rule and steps.</param>
    /// <param name="theta">Initial parameters of the model, shared by the tasks.</param>
    /// <param name="rho">The inner rule's tensors.</param>
    /// <param name="learned">
    /// What is learned: <paramref name="theta"/> unless it is given, then <paramref name="rho"/> where the rule is.
    /// </param>
    /// <param name="tasks">The tasks.</param>
    MetaGradient Estimate(
        AdaptiveLearner learner,
        IReadOnlyList<Tensor> theta,
        IReadOnlyList<Tensor> rho,
        IReadOnlyList<Tensor> learned,
        TaskBatch tasks
    );
}
