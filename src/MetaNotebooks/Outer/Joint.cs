using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// The gradient of the loss before any adaptation, on all points of all tasks (row D1.2): θ* = argmin Σ ℓ(f_θ(x), y).
/// </summary>
public sealed record Joint : IMetaGradientEstimator
{
    /// <inheritdoc/>
    public MetaGradient Estimate(
        AdaptiveLearner learner,
        IReadOnlyList<Tensor> theta,
        IReadOnlyList<Tensor> rho,
        IReadOnlyList<Tensor> learned,
        TaskBatch tasks
    )
    {
        Require.OnlyTheta(learned, theta, this);
        var x = cat([tasks.SupportX, tasks.QueryX], 1);
        var y = cat([tasks.SupportY, tasks.QueryY], 1);
        var losses = learner.Loss(learner.Model.Forward(theta, x), y);
        var gradients = autograd.grad([losses.mean()], [.. theta], retain_graph: false, create_graph: false);
        return new(losses.detach(), [.. gradients]);
    }
}
