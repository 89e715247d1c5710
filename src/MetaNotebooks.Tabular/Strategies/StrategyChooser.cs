using MetaNotebooks.Native;
using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>What a <see cref="StrategyLearner"/> learned: for a data set never seen, the strategy to use.</summary>
public sealed class StrategyChooser
{
    private readonly Tensor features;
    private readonly Tensor performance;

    /// <param name="strategies">Names of the S strategies.</param>
    /// <param name="neighbours">How many neighbours are asked.</param>
    /// <param name="learned">
    /// "mean" and "deviation" of the meta-features <c>[1, m]</c>; "features" of the data sets seen, standardised, <c>[D, m]</c>;
    /// the strategies' "performance" there <c>[D, S]</c>.
    /// </param>
    internal StrategyChooser(IReadOnlyList<string> strategies, int neighbours, Parameters learned)
    {
        (Strategies, Learned) = (strategies, learned);
        (features, performance) = (learned["features"], learned["performance"]);
        Neighbours = Math.Min(neighbours, (int)features.shape[0]);
    }

    internal Parameters Learned { get; }

    /// <summary>How many of the data sets seen are asked.</summary>
    public int Neighbours { get; }

    /// <summary>Names of the strategies.</summary>
    public IReadOnlyList<string> Strategies { get; }

    /// <summary>The strategy that was best on average over the data sets seen: what one would use without choosing.</summary>
    public int SingleBest
    {
        get
        {
            using var scope = NewDisposeScope();
            return (int)Best(performance.mean([0L], keepdim: true)).Single();
        }
    }

    /// <summary>The performance to expect of every strategy.</summary>
    /// <param name="metaFeatures">Meta-features of data sets <c>[D, m]</c>, of <see cref="MetaFeatures.Of"/>.</param>
    /// <returns>
    /// Expected performance <c>[D, S]</c>; NaN for a strategy that is NaN on a neighbour. Such a one is not
    /// chosen while there is another.
    /// </returns>
    public Tensor Expect(Tensor metaFeatures)
    {
        if (metaFeatures.dim() != 2 || metaFeatures.shape[1] != features.shape[1])
            throw new ArgumentException(
                $"metaFeatures has shape [{string.Join(", ", metaFeatures.shape)}]; expected [D, {features.shape[1]}].",
                nameof(metaFeatures)
            );
        using var scope = NewDisposeScope();
        var given = Standardisation.Apply(Learned, metaFeatures);
        var distances = (given.unsqueeze(1) - features.unsqueeze(0)).square().sum([2L]);
        var nearest = distances.argsort(1).narrow(1, 0, Neighbours).reshape(-1);
        var expected = performance
            .index_select(0, nearest)
            .view(given.shape[0], Neighbours, performance.shape[1])
            .mean([1]);
        return expected.MoveToOuterDisposeScope();
    }

    /// <summary>The strategy to use, as a position in <see cref="Strategies"/>.</summary>
    /// <param name="metaFeatures">Meta-features of data sets <c>[D, m]</c>.</param>
    public IReadOnlyList<int> Choose(Tensor metaFeatures)
    {
        using var scope = NewDisposeScope();
        return [.. Best(Expect(metaFeatures)).Select(choice => (int)choice)];
    }

    // A strategy whose performance is no number somewhere, since it diverged there, is the last to take.
    private static long[] Best(Tensor expected) =>
        Held.Numbers<long>(expected.masked_fill(expected.isnan(), double.NegativeInfinity).argmax(1));

    /// <summary>Judges the choices on data sets that were not learned from.</summary>
    /// <param name="unseen">Those data sets, with the same strategies; at least 2.</param>
    public StrategyRegret Judge(StrategyTable unseen)
    {
        if (!unseen.Strategies.SequenceEqual(Strategies))
            throw new ArgumentException(
                $"unseen has strategies [{string.Join("; ", unseen.Strategies)}]; expected "
                    + $"[{string.Join("; ", Strategies)}].",
                nameof(unseen)
            );
        var choices = Choose(unseen.Features);
        var single = SingleBest;
        var rows = Held.Numbers<double>(unseen.Performance).Chunk(Strategies.Count).ToArray();
        return new(
            choices,
            Interval.Of([.. rows.Zip(choices, (row, choice) => row.Max() - row[choice])]),
            Interval.Of([.. rows.Select(row => row.Max() - row[single])]),
            Interval.Of([.. rows.Zip(choices, (row, choice) => row[choice] - row[single])])
        );
    }
}
