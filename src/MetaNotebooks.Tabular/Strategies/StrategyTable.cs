using MetaNotebooks.Native;
using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>How every strategy does on every data set, beside what can be said of the data sets.</summary>
public sealed class StrategyTable
{
    /// <summary>Puts a table together and checks that its parts fit.</summary>
    /// <param name="strategies">Names of the S strategies.</param>
    /// <param name="features">Meta-features <c>[D, m]</c>, float64.</param>
    /// <param name="performance">Performance <c>[D, S]</c>, float64, higher is better.</param>
    public StrategyTable(IReadOnlyList<string> strategies, Tensor features, Tensor performance)
    {
        Require.Batched(features, nameof(features));
        Require.Leading(performance, nameof(performance), features.shape[0], strategies.Count);
        (Strategies, Features, Performance) = (strategies, features, performance);
    }

    /// <summary>Names of the S strategies.</summary>
    public IReadOnlyList<string> Strategies { get; }

    /// <summary>Meta-features of the support sets <c>[D, m]</c>, float64.</summary>
    public Tensor Features { get; }

    /// <summary>Performance on the query sets <c>[D, S]</c>, float64, higher is better.</summary>
    public Tensor Performance { get; }

    /// <summary>Fits every strategy to every data set's support set and measures it on the query set.</summary>
    /// <param name="strategies">The strategies, at least one.</param>
    /// <param name="batches">Data sets with classes as targets; those of a batch share their sizes.</param>
    /// <param name="seed">Where initial parameters come from.</param>
    /// <param name="metric">What is measured of the logits, higher is better. Null: <see cref="Losses.Accuracy"/>.</param>
    public static StrategyTable Measure(
        IReadOnlyList<Strategy> strategies,
        IReadOnlyList<TaskBatch> batches,
        Seed seed,
        TaskLoss? metric = null
    )
    {
        Require.AtLeast(strategies.Count, 1, "strategies.Count");
        Require.AtLeast(batches.Count, 1, "batches.Count");
        metric ??= Losses.Accuracy;
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var features = Held.Cat(batches.Select(b => MetaFeatures.Of(b.SupportX, b.SupportY)));
        Tensor Row(TaskBatch batch)
        {
            var classes = (int)Math.Max(Largest(batch.SupportY), Largest(batch.QueryY)) + 1;
            return Held.Stack(
                strategies.Select(strategy =>
                {
                    using var one = NewDisposeScope();
                    var model = strategy.Fit(batch.SupportX, batch.SupportY, classes, seed);
                    return Require
                        .PerTask(
                            metric.Of(model.Predict(batch.QueryX), batch.QueryY),
                            batch.Tasks,
                            $"{strategy.Name} on query sets"
                        )
                        .to(ScalarType.Float64)
                        .MoveToOuterDisposeScope();
                }),
                1
            );
        }
        var performance = Held.Cat(batches.Select(Row));
        scope.MoveToOuter([features, performance]);
        return new([.. strategies.Select(strategy => strategy.Name)], features, performance);
    }

    private static long Largest(Tensor classes)
    {
        using var largest = classes.max();
        return largest.item<long>();
    }
}
