using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// The gradient of <see cref="ThroughAdaptation"/> for little memory. The adaptation is run for its numbers only; then,
/// from the last inner step back, each step is run again with its graph and left. So one step's graph is held at a time,
/// and of the others the parameters they began with, for one more run of each step (checkpointing: Chen et al. 2016).
/// </summary>
/// <param name="Derivatives">Second order (MAML), the default, or first order.</param>
public sealed record Recomputed(Derivatives Derivatives = Derivatives.Second) : IMetaGradientEstimator
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
        Require.AtLeast(learner.Steps, 0, nameof(learner.Steps));
        Learned.Check(learned, theta, rho);
        Adaptation Run(Point from, IReadOnlyList<Tensor> rates, int steps, Derivatives kept) =>
            Adaptation.Run(
                learner.Model,
                learner.Loss,
                learner.Rule,
                from.Theta,
                rates,
                tasks.SupportX,
                tasks.SupportY,
                steps,
                kept,
                from.State
            );
        var points = new List<Point> { Point.After(Run(new(theta, null), rho, 0, Derivatives.None)) };
        for (var step = 0; step < learner.Steps; step++)
            points.Add(Point.After(Run(points[step], rho, 1, Derivatives.None)));

        var (losses, byTheta) = Gradient.OfMean(
            learner.Name,
            points[^1].Theta,
            tasks.Tasks,
            own => learner.Loss(learner.Model.Forward(own, tasks.QueryX), tasks.QueryY)
        );
        IReadOnlyList<Tensor> byState = [.. points[^1].State!.Select(t => t.new_zeros(t.shape))],
            byRho = [.. rho.Select(t => t.new_zeros(t.shape))];
        for (var step = learner.Steps - 1; step >= 0; step--)
        {
            using var scope = NewDisposeScope();
            var from = points[step];
            var (parts, states) = (byTheta.Count, byState.Count);
            Tensor[] after = [.. byTheta, .. byState];
            // The chain rule, as the gradient of an inner product.
            var slopes = Gradient.Of(
                learner.Name,
                [.. from.Theta, .. from.State!, .. rho],
                own =>
                {
                    var start = new Point([.. own.Take(parts)], [.. own.Skip(parts).Take(states)]);
                    var to = Run(start, [.. own.Skip(parts + states)], 1, Derivatives);
                    return Inner([.. to.Final, .. to.State], after);
                }
            );
            Tensor[] done = [.. byTheta, .. byState, .. byRho];
            (byTheta, byState) = ([.. slopes.Take(parts)], [.. slopes.Skip(parts).Take(states)]);
            byRho = [.. byRho.Zip(slopes.Skip(parts + states), (sum, slope) => sum + slope)];
            scope.MoveToOuter([.. byTheta, .. byState, .. byRho]);
            foreach (var tensor in done)
                tensor.Dispose();
        }
        // What the tasks begin with is made of what is learned: shared parameters, and the rule's first state.
        Tensor[] last = [.. byTheta, .. byState, .. byRho];
        var gradients = Gradient.Of(
            learner.Name,
            learned,
            own =>
            {
                var rates = Learned.Replace(rho, learned, own);
                var first = Run(new(Learned.Replace(theta, learned, own), null), rates, 0, Derivatives);
                return Inner([.. first.Final, .. first.State, .. rates], last);
            }
        );
        return new(losses, gradients);
    }

    // Between two steps; no state before the rule has begun.
    private sealed record Point(IReadOnlyList<Tensor> Theta, IReadOnlyList<Tensor>? State)
    {
        public static Point After(Adaptation run) =>
            new([.. run.Final.Select(t => t.detach())], [.. run.State.Select(t => t.detach())]);
    }

    private static Tensor Inner(IReadOnlyList<Tensor> a, IReadOnlyList<Tensor> b) =>
        a.Zip(b, (x, y) => (x * y).sum()).Aggregate((sum, part) => sum + part);
}
