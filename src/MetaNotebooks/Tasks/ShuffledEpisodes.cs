using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// The tasks of another family, each with its support set in random order and its query set too: the episodes of a
/// learner that reads examples one after the other (<see cref="Mann"/>), to whom a sorted order would tell the labels.
/// </summary>
/// <param name="Family">The family.</param>
public sealed record ShuffledEpisodes(ITaskSampler Family) : ITaskSampler
{
    /// <inheritdoc/>
    public TaskBatch Sample(Seed seed, int tasks)
    {
        var batch = Family.Sample(seed, tasks);
        var random = seed.Split("order").Generator();
        var support = Order(random, batch.SupportX);
        var query = Order(random, batch.QueryX);
        return batch.With(
            Arranged(batch.SupportX, support),
            Arranged(batch.SupportY, support),
            Arranged(batch.QueryX, query),
            Arranged(batch.QueryY, query)
        );
    }

    private static Tensor Order(Random random, Tensor x) =>
        random.Uniform(0, 1, x.shape[..2], ScalarType.Float64).argsort(1);

    private static Tensor Arranged(Tensor x, Tensor order)
    {
        var shape = x.shape;
        long[] ones = [.. shape.Skip(2).Select(_ => 1L)];
        return x.gather(1, order.reshape([.. shape[..2], .. ones]).expand(shape));
    }
}
