using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// The gradient of the adapted learner's loss on the QUERY set (errata page, D4.2): ∇ E_T[L_T(θ′)], through the inner steps.
/// </summary>
/// <param name="Derivatives">Second order (MAML) or first order.</param>
public sealed record ThroughAdaptation(Derivatives Derivatives) : IMetaGradientEstimator
{
    /// <inheritdoc/>
    public MetaGradient Estimate(AdaptiveLearner learner, Parameters meta, TaskBatch tasks)
    {
        var refusals = new List<string>();
        if (!Kernels.AreOn)
            refusals.Add(Kernels.AreOff);
        var (theta, rho) = learner.Parts(meta, tasks);
        foreach (var kernel in Kernels.AreOn ? Kernels.All : [])
        {
            if (kernel.Refusal(learner, theta, rho, tasks) is not { } refusal)
            {
                var written = kernel.Estimate(learner, theta, rho, tasks, Derivatives);
                // In the order of the meta-parameters, in which θ need not stand before ρ, nor all of it be learned.
                return written with { Gradients = meta.With(written.Gradients.Only(meta.Has)) };
            }
            refusals.Add($"{kernel.Computation}: {refusal}");
        }
        return Automatic(learner, meta, tasks) with { NotBy = refusals };
    }

    private MetaGradient Automatic(AdaptiveLearner learner, Parameters meta, TaskBatch tasks)
    {
        var (model, loss, rule) = (learner.Model, learner.Loss, learner.Rule);
        return Gradient.OfMean(
            learner.Name,
            meta,
            tasks.Tasks,
            own =>
            {
                var (theta, rho) = learner.Parts(own, tasks);
                var adapted = Adaptation.Run(
                    model,
                    loss,
                    rule,
                    theta,
                    rho,
                    tasks.SupportX,
                    tasks.SupportY,
                    learner.Steps,
                    Derivatives
                );
                return loss.Of(model.Forward(adapted.Final, tasks.QueryX), tasks.QueryY);
            }
        );
    }
}
