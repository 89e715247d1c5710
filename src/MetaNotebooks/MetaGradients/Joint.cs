using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// The gradient of the loss before any adaptation, on all points of all tasks (errata page, D1.2): θ* = argmin Σ ℓ(f_θ(x), y).
/// </summary>
public sealed record Joint : IMetaGradientEstimator
{
    /// <inheritdoc/>
    public MetaGradient Estimate(AdaptiveLearner learner, Parameters meta, TaskBatch tasks)
    {
        Require.OnlyTheta(learner, this);
        var (theta, _) = learner.Parts(meta, tasks);
        var x = Held.Cat([tasks.SupportX, tasks.QueryX], 1);
        var y = Held.Cat([tasks.SupportY, tasks.QueryY], 1);
        return Gradient.OfMean(
            learner.Name,
            theta,
            tasks.Tasks,
            own => learner.Loss.Of(learner.Model.Forward(own, x), y)
        );
    }
}
