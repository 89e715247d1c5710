using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// The gradient of the adapted learner's loss on the QUERY set (row D4.2): ∇ E_T[L_T(θ′)], through the inner steps.
/// </summary>
/// <param name="Derivatives">Second order (MAML) or first order.</param>
public sealed record ThroughAdaptation(Derivatives Derivatives) : IMetaGradientEstimator
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
        Learned.Check(learned, theta, rho);
        var refusals = new List<string>();
        if (!Kernels.AreOn)
            refusals.Add(Kernels.AreOff);
        foreach (var kernel in Kernels.AreOn ? Kernels.All : [])
        {
            if (kernel.Refusal(learner, theta, rho, learned, tasks) is not { } refusal)
                return kernel.Estimate(learner, theta, rho, learned, tasks, Derivatives);
            refusals.Add($"{kernel.Computation}: {refusal}");
        }
        return Automatic(learner, theta, rho, learned, tasks) with { NotBy = refusals };
    }

    private MetaGradient Automatic(
        AdaptiveLearner learner,
        IReadOnlyList<Tensor> theta,
        IReadOnlyList<Tensor> rho,
        IReadOnlyList<Tensor> learned,
        TaskBatch tasks
    )
    {
        var (model, loss, rule) = (learner.Model, learner.Loss, learner.Rule);
        return Gradient.OfMean(
            learner.Name,
            learned,
            tasks.Tasks,
            own =>
            {
                var adapted = Adaptation.Run(
                    model,
                    loss,
                    rule,
                    Learned.Replace(theta, learned, own),
                    Learned.Replace(rho, learned, own),
                    tasks.SupportX,
                    tasks.SupportY,
                    learner.Steps,
                    Derivatives
                );
                return loss(model.Forward(adapted.Final, tasks.QueryX), tasks.QueryY);
            }
        );
    }
}
