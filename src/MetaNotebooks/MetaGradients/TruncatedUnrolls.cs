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
        Learned.Check(learned, theta, rho);
        Tensor? losses = null;
        IReadOnlyList<Tensor>? state = null;
        IReadOnlyList<Tensor>? gradients = null;
        for (var done = 0; done < learner.Steps; done += Length)
        {
            using var scope = NewDisposeScope();
            var (start, before) = (theta, state);
            Adaptation? run = null;
            Tensor? part = null;
            // Where no rule is learned, a later unroll, which begins at numbers, may depend on nothing that
            // is.
            var reached = learned.Any(one =>
                rho.Concat(start).Contains(one, ReferenceEqualityComparer.Instance)
            );
            var slopes = Gradient.Of(
                learner.Name,
                reached ? learned : [],
                own =>
                {
                    run = Adaptation.Run(
                        learner.Model,
                        learner.Loss,
                        learner.Rule,
                        reached ? Learned.Replace(start, learned, own) : start,
                        reached ? Learned.Replace(rho, learned, own) : rho,
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
            if (gradients is null)
                gradients = slopes;
            else if (reached)
                gradients = [.. gradients.Zip(slopes, (sum, slope) => sum + slope)];
            // What the rule does not move is the same in every unroll, and learned in every one.
            var still = learner.Rule.FirstAdapted(theta.Count);
            theta = [.. theta.Take(still), .. run!.Final.Skip(still).Select(t => t.detach())];
            state = [.. run.State.Select(t => t.detach())];
            scope.MoveToOuter([losses, .. gradients, .. theta.Skip(still), .. state]);
        }
        return new(losses!, gradients!);
    }
}
