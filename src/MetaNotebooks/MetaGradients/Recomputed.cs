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
    public MetaGradient Estimate(AdaptiveLearner learner, Parameters meta, TaskBatch tasks)
    {
        Require.AtLeast(learner.Steps, 0, nameof(learner.Steps));
        Adaptation Run(Point from, int steps, Derivatives kept) =>
            Adaptation.Run(
                learner.Model,
                learner.Loss,
                learner.Rule,
                from.Theta,
                from.Rho,
                tasks.SupportX,
                tasks.SupportY,
                steps,
                kept,
                from.State
            );
        Point Start(Parameters learned, Derivatives kept)
        {
            var (theta, rho) = learner.Parts(learned, tasks);
            return Point.After(Run(new(theta, null, rho), 0, kept), rho);
        }
        var points = new List<Point> { Start(meta, Derivatives.None).Detached() };
        for (var step = 0; step < learner.Steps; step++)
            points.Add(Point.After(Run(points[step], 1, Derivatives.None), points[step].Rho).Detached());

        var (losses, byTheta) = Gradient.OfMean(
            learner.Name,
            points[^1].Theta,
            tasks.Tasks,
            own => learner.Loss.Of(learner.Model.Forward(own, tasks.QueryX), tasks.QueryY)
        );
        var slopes = new Point(byTheta, points[^1].State!.Zeros(), points[^1].Rho.Zeros()).Joined;
        for (var step = learner.Steps - 1; step >= 0; step--)
        {
            using var scope = NewDisposeScope();
            var after = slopes;
            // The chain rule, as the gradient of an inner product. ρ is used in every step, and passed on.
            slopes = Gradient.Of(
                learner.Name,
                points[step].Joined,
                own =>
                {
                    var from = Point.Of(own);
                    return Inner(Point.After(Run(from, 1, Derivatives), from.Rho).Joined, after);
                }
            );
            scope.MoveToOuter(slopes);
            foreach (var tensor in after)
                tensor.Dispose();
        }
        // What the tasks begin with is made of what is learned: shared parameters, and the rule's first state.
        return new(
            losses,
            Gradient.Of(learner.Name, meta, own => Inner(Start(own, Derivatives).Joined, slopes))
        );
    }

    private static Tensor Inner(Parameters a, Parameters b) =>
        a.Zip(b, (x, y) => (x * y).sum()).Aggregate((sum, part) => sum + part);

    // Between two steps; no state before the rule has begun.
    private sealed record Point(Parameters Theta, Parameters? State, Parameters Rho)
    {
        public Parameters Joined => Parameters.Join(("theta", Theta), ("state", State!), ("rho", Rho));

        public static Point Of(Parameters joined) =>
            new(joined.Part("theta"), joined.PartOrEmpty("state"), joined.PartOrEmpty("rho"));

        public static Point After(Adaptation run, Parameters rho) => new(run.Final, run.State, rho);

        public Point Detached() => new(Theta.Detached(), State!.Detached(), Rho.Detached());
    }
}
