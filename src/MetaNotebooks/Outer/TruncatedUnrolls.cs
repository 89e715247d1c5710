using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// The gradient of the loss all along the adaptation, Σ_t L(θ_t) on the QUERY set, over unrolls of a few steps each:
/// no derivative passes from one unroll to the next, while parameters and the rule's state do (Andrychowicz et al. 2016,
/// section 2). It is for rules that are run for many steps.
/// </summary>
/// <remarks>
/// The paper updates the optimiser after every unroll; here one update is made of the mean over an adaptation's unrolls,
/// so that an outer iteration is the same function of meta-parameters and tasks as any other learner's.
/// </remarks>
/// <param name="Length">Steps an unroll, at least 1. Default 20 (the paper's).</param>
public sealed record TruncatedUnrolls(int Length = 20) : IMetaGradientEstimator
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
        Require.AtLeast(Length, 1, nameof(Length));
        Require.AtLeast(learner.Steps, 1, nameof(learner.Steps));
        Tensor? losses = null;
        IReadOnlyList<Tensor>? state = null;
        IReadOnlyList<Tensor>? gradients = null;
        for (var done = 0; done < learner.Steps; done += Length)
        {
            using var scope = NewDisposeScope();
            var (start, before) = (theta, state);
            Adaptation? run = null;
            Tensor? part = null;
            var slopes = Gradient.Of(
                learner.Name,
                learned,
                own =>
                {
                    run = Adaptation.Run(
                        learner.Model,
                        learner.Loss,
                        learner.Rule,
                        Learned.Replace(start, learned, own),
                        Learned.Replace(rho, learned, own),
                        tasks.SupportX,
                        tasks.SupportY,
                        Math.Min(Length, learner.Steps - done),
                        Derivatives.First,
                        before
                    );
                    // A share of the mean over all steps, however many this unroll has.
                    part =
                        run.Losses(learner.Loss, tasks.QueryX, tasks.QueryY)[1..].sum([0L]) / learner.Steps;
                    return Require.PerTask(part, tasks.Tasks, learner.Name).mean();
                }
            );
            losses = losses is null ? part!.detach() : losses + part!.detach();
            gradients = gradients is null ? slopes : [.. gradients.Zip(slopes, (sum, slope) => sum + slope)];
            (theta, state) = (
                [.. run!.Final.Select(t => t.detach())],
                [.. run.State.Select(t => t.detach())]
            );
            scope.MoveToOuter([losses, .. gradients, .. theta, .. state]);
        }
        return new(losses!, gradients!);
    }
}
