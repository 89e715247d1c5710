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
    public MetaGradient Estimate(AdaptiveLearner learner, Parameters meta, TaskBatch tasks)
    {
        Require.OnlyTheta(learner, this);
        var (theta, rho) = learner.Parts(meta, tasks);
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var start = theta.Detached();
        var adapted = start;
        Parameters? state = null;
        foreach (var (x, y) in Batches(tasks, learner.Steps))
        {
            var run = Adaptation.Run(
                learner.Model,
                learner.Loss,
                learner.Rule,
                adapted,
                rho,
                x,
                y,
                steps: 1,
                state: state
            );
            (adapted, state) = (run.Final, run.State);
        }
        var losses = Require.PerTask(
            learner.Loss.Of(learner.Model.Forward(adapted, tasks.QueryX), tasks.QueryY),
            tasks.Tasks,
            learner.Name
        );
        var differences = (start - adapted).Map(each => each.mean([0L]));
        scope.MoveToOuter([losses, .. differences]);
        return new(losses, differences);
    }

    // What each step sees: of each task, points in an order of its own, which is drawn for it and this batch.
    private IEnumerable<(Tensor X, Tensor Y)> Batches(TaskBatch tasks, int steps)
    {
        var points = (int)tasks.SupportX.shape[1];
        var size = Minibatch ?? points;
        Require.AtLeast(size, 1, nameof(Minibatch));
        Require.AtLeast(points, size, "shots");
        Random[] random =
        [
            .. Enumerable
                .Range(0, tasks.Tasks)
                .Select(task => tasks.SeedOf(task).Split("minibatches").Generator()),
        ];
        // Every epoch another order; what is left of one that fills no minibatch is not used.
        var each = points / size;
        long[][] orders = [];
        for (var step = 0; step < steps; step++)
        {
            var (place, begins) = (step % each * size, step % each == 0);
            if (size == points)
                yield return (tasks.SupportX, tasks.SupportY);
            else
            {
                if (begins)
                    orders = [.. random.Select(one => Order(one, points))];
                // Where the points are once all tasks' lie one after another.
                var rows = tensor(
                    orders
                        .SelectMany(
                            (order, task) => order[place..(place + size)].Select(i => (long)task * points + i)
                        )
                        .ToArray()
                );
                yield return (Taken(tasks.SupportX, rows, size), Taken(tasks.SupportY, rows, size));
            }
        }
    }

    private static long[] Order(Random random, int points)
    {
        long[] order = [.. Enumerable.Range(0, points).Select(i => (long)i)];
        random.Shuffle(order);
        return order;
    }

    private static Tensor Taken(Tensor all, Tensor rows, int size) =>
        all.flatten(0, 1).index_select(0, rows).view([all.shape[0], size, .. all.shape[2..]]);
}
