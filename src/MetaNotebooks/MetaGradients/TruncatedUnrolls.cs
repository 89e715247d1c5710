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
    public MetaGradient Estimate(AdaptiveLearner learner, Parameters meta, TaskBatch tasks)
    {
        Require.AtLeast(Length, 1, nameof(Length));
        Require.AtLeast(learner.Steps, 1, nameof(learner.Steps));
        Tensor? losses = null;
        Parameters? moved = null;
        Parameters? state = null;
        Parameters? gradients = null;
        for (var done = 0; done < learner.Steps; done += Length)
        {
            using var scope = NewDisposeScope();
            var (start, before) = (moved, state);
            Adaptation? run = null;
            Tensor? part = null;
            // A later unroll begins at numbers: what is learned reaches it by the rule, and by what the rule does not move.
            var reached = start is null || meta.Names.Any(name => !start.Has(name));
            var slopes = Gradient.Of(
                learner.Name,
                reached ? meta : Parameters.Empty,
                own =>
                {
                    var (theta, rho) = learner.Parts(reached ? own : meta, tasks);
                    run = Adaptation.Run(
                        learner.Model,
                        learner.Loss,
                        learner.Rule,
                        start is null ? theta : theta.With(start),
                        rho,
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
                gradients += slopes;
            // What the rule does not move is the same in every unroll, and learned in every one.
            moved = run!.Final.Only(learner.Rule.Moves).Detached();
            state = run.State.Detached();
            scope.MoveToOuter([losses, .. gradients, .. moved, .. state]);
        }
        return new(losses!, gradients!);
    }
}
