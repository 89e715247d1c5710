using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Reptile's direction (Nichol, Achiam, Schulman 2018, algorithm 2): the mean over tasks of θ − θ′, where θ′ is θ trained
/// on the support set. Plain gradient descent with rate ε on it is the paper's outer step θ ← θ + ε(θ′ − θ). No
/// derivative is taken through the adaptation, and no query set is needed; the outer loss reported is the query set's.
/// </summary>
/// <param name="Minibatch">
/// Support points an inner step, at least 1: the steps go through the points in a random order, and again in another.
/// Null, the default, is all of them.
/// </param>
public sealed record ParameterDifference(int? Minibatch = null) : IMetaGradientEstimator
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
        using var scope = NewDisposeScope();
        using var off = no_grad();
        IReadOnlyList<Tensor> start = [.. theta.Select(t => t.detach())];
        var adapted = start;
        foreach (var points in Batches(tasks.SupportX.shape[1], learner.Steps))
            adapted = Adaptation
                .Run(
                    learner.Model,
                    learner.Loss,
                    learner.Rule,
                    adapted,
                    rho,
                    tasks.SupportX.index_select(1, points),
                    tasks.SupportY.index_select(1, points),
                    steps: 1
                )
                .Final;
        var losses = learner.Loss(learner.Model.Forward(adapted, tasks.QueryX), tasks.QueryY);
        Tensor[] differences = [.. start.Zip(adapted, (from, to) => (from - to).mean([0L]))];
        scope.MoveToOuter([losses, .. differences]);
        return new(losses, differences);
    }

    // Which points each step sees. One order serves every batch of tasks: the points of a task come in no order of
    // their own, or (classes) in one that this breaks up.
    private IEnumerable<Tensor> Batches(long points, int steps)
    {
        var size = Minibatch ?? points;
        Require.AtLeast(size, 1, nameof(Minibatch));
        Require.AtLeast(points, size, "shots");
        var left = new Queue<long>();
        for (var step = 0; step < steps; step++)
        {
            if (left.Count < size)
            {
                long[] order = [.. Enumerable.Range(0, (int)points).Select(i => (long)i)];
                new Seed(step).Generator().Shuffle(order);
                left = new(order);
            }
            yield return tensor(Enumerable.Range(0, (int)size).Select(_ => left.Dequeue()).ToArray());
        }
    }
}
