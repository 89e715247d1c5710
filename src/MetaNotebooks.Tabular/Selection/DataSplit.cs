using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>One data set as tasks, to train on the support set and validate on the query set.</summary>
public static class DataSplit
{
    /// <summary>
    /// k-fold cross-validation as k tasks. Each point is validated on in one task at most and trained on in the others;
    /// where n is not a multiple of k, the n mod k points left over are always trained on.
    /// </summary>
    /// <param name="x">Inputs <c>[n, …]</c>.</param>
    /// <param name="y">Targets <c>[n, …]</c>.</param>
    /// <param name="folds">k, from 2 to n.</param>
    /// <param name="seed">Where the order of the points comes from.</param>
    public static TaskBatch Folds(Tensor x, Tensor y, int folds, Seed seed)
    {
        Require.Leading(y, nameof(y), x.shape[0]);
        Require.Between(folds, 2, x.shape[0], nameof(folds));
        var order = Order(x.shape[0], seed);
        var size = order.Length / folds;
        return Batch(
            x,
            y,
            [.. Enumerable.Range(0, folds).Select(fold => order[(fold * size)..][..size])],
            order
        );
    }

    /// <summary>A single split into points trained on and points held out, as one task.</summary>
    /// <param name="x">Inputs <c>[n, …]</c>.</param>
    /// <param name="y">Targets <c>[n, …]</c>.</param>
    /// <param name="share">Share held out, in (0, 1); rounded to at least one point on either side.</param>
    /// <param name="seed">Where the order of the points comes from.</param>
    public static TaskBatch HoldOut(Tensor x, Tensor y, double share, Seed seed)
    {
        Require.Leading(y, nameof(y), x.shape[0]);
        Require.AtLeast(x.shape[0], 2, "points");
        Require.Positive(share, nameof(share));
        Require.Fraction(share, nameof(share));
        var order = Order(x.shape[0], seed);
        var held = Math.Clamp((int)Math.Round(share * order.Length), 1, order.Length - 1);
        return Batch(x, y, [order[..held]], order);
    }

    private static TaskBatch Batch(Tensor x, Tensor y, long[][] held, long[] order)
    {
        long[][] kept = [.. held.Select(points => order.Except(points).ToArray())];
        Tensor Take(Tensor data, long[][] points) =>
            data.index_select(0, tensor(points.SelectMany(p => p).ToArray()))
                .reshape([points.Length, points[0].Length, .. data.shape[1..]]);
        return new(Take(x, kept), Take(y, kept), Take(x, held), Take(y, held));
    }

    // By sorting on random keys: the generator's numbers are fixed for a seed, its shuffle is not promised to be.
    private static long[] Order(long count, Seed seed)
    {
        var random = seed.Generator();
        return [.. Enumerable.Range(0, (int)count).Select(i => (long)i).OrderBy(_ => random.NextDouble())];
    }
}
