namespace MetaNotebooks.Tests;

[Trait("Speed", "slow")]
public class StrategyLearnerTests
{
    private static Strategy Make(FeatureSet features, double strength, params int[] hidden) =>
        new(features, hidden, new LinearDecay(new Adam(0.05), 100), 100, strength);

    private static readonly Strategy[] Strategies =
    [
        Make(FeatureSet.Raw, 0.01),
        Make(FeatureSet.Selected(3), 0.001),
        Make(FeatureSet.Quadratic, 0.01),
        Make(FeatureSet.Raw, 0.001, 16),
    ];

    // Three sizes of tables, all kinds in each.
    private static TaskBatch[] Tables(Seed seed, int each) =>
        [
            .. new[] { 30, 60, 120 }.Select(
                (n, i) => new TabularTasks { Shots = n, Queries = 200 }.Sample(seed.At(i), each)
            ),
        ];

    [Fact]
    public void OnTablesNeverSeenChoosingBeatsTheSingleBestStrategy()
    {
        using var scope = NewDisposeScope();
        var seen = StrategyTable.Measure(Strategies, Tables(1, 60), 1);
        var unseen = StrategyTable.Measure(Strategies, Tables(2, 40), 1);
        Assert.Equal([180, 4], seen.Performance.shape);
        var judged = new StrategyLearner().Fit(seen).Judge(unseen);
        Assert.True(judged.Chosen.Mean < judged.SingleBest.Mean);
        Assert.True(judged.Gain.Low > 0, judged.Gain.ToString());
    }

    [Fact]
    public void AStrategyThatDominatesIsAlwaysChosen()
    {
        using var scope = NewDisposeScope();
        var random = new Seed(1).Generator();
        StrategyTable Random(int count)
        {
            var performance = random.Uniform(0, 1, [count, 5], ScalarType.Float64);
            performance.select(1, 3).copy_(performance.amax([1]) + 1e-6);
            return new(
                ["a", "b", "c", "d", "e"],
                random.Normal(0, 1, [count, 6], ScalarType.Float64),
                performance
            );
        }
        var judged = new StrategyLearner().Fit(Random(40)).Judge(Random(60));
        Assert.All(judged.Choices, choice => Assert.Equal(3, choice));
        Assert.Equal(0, judged.Chosen.Mean);
        Assert.Equal(0, judged.Gain.Mean);
    }

    // The better strategy is known from one meta-feature; another, of far larger size, says nothing.
    [Fact]
    public void TheMetaFeatureThatDecidesIsFollowed()
    {
        using var scope = NewDisposeScope();
        var random = new Seed(2).Generator();
        StrategyTable Planted(int count)
        {
            var features = random.Normal(0, 1, [count, 2], ScalarType.Float64);
            var first = features.narrow(1, 0, 1).sign();
            return new(["left", "right"], features * tensor(new[] { 1, 1e4 }), cat([-first, first], 1));
        }
        var judged = new StrategyLearner { Neighbours = 5 }
            .Fit(Planted(400))
            .Judge(Planted(200));
        Assert.InRange(judged.SingleBest.Mean, 0.8, 1.2);
        Assert.InRange(judged.Chosen.Mean, 0, 0.2);
        Assert.Equal(judged.SingleBest.Mean - judged.Chosen.Mean, judged.Gain.Mean, 1e-12);
    }

    [Fact]
    public void NeighboursAreThoseOfThePlainDefinition()
    {
        using var scope = NewDisposeScope();
        var random = new Seed(3).Generator();
        var features = random.Normal(5, 2, [12, 3], ScalarType.Float64);
        var performance = random.Uniform(0, 1, [12, 2], ScalarType.Float64);
        var chooser = new StrategyLearner { Neighbours = 3 }.Fit(new(["a", "b"], features, performance));
        var asked = random.Normal(5, 2, [4, 3], ScalarType.Float64);
        var deviation = features.std(0, unbiased: false);
        var expected = asked
            .Doubles()
            .Chunk(3)
            .SelectMany(point =>
            {
                var near = features
                    .Doubles()
                    .Chunk(3)
                    .Select(
                        (row, i) =>
                            (
                                i,
                                Far: row.Select(
                                        (v, j) => Math.Pow((v - point[j]) / deviation.Doubles()[j], 2)
                                    )
                                    .Sum()
                            )
                    )
                    .OrderBy(pair => pair.Far)
                    .Take(3)
                    .Select(pair => performance[pair.i].Doubles())
                    .ToArray();
                return new[] { near.Average(p => p[0]), near.Average(p => p[1]) };
            })
            .ToArray();
        Assert.True(Numbers.RelativeError(chooser.Expect(asked).Doubles(), expected) < 1e-12);
    }

    [Fact]
    public void BadArgumentsAreNamed()
    {
        using var scope = NewDisposeScope();
        string Error(Action act) => Assert.ThrowsAny<ArgumentException>(act).Message;
        var table = new StrategyTable(
            ["a", "b"],
            ones([3, 2], ScalarType.Float64),
            ones([3, 2], ScalarType.Float64)
        );
        var other = new StrategyTable(["a", "c"], table.Features, table.Performance);
        var chooser = new StrategyLearner().Fit(table);
        Assert.Contains("strategies [a; c]; expected [a; b]", Error(() => chooser.Judge(other)));
        Assert.Contains(
            "metaFeatures has shape [3, 1]; expected [D, 2]",
            Error(() => chooser.Choose(ones(3, 1)))
        );
        Assert.Contains("Neighbours is 0", Error(() => new StrategyLearner { Neighbours = 0 }.Fit(table)));
        Assert.Contains(
            "performance has shape [3, 2]; expected [3, 1, …]",
            Error(() => new StrategyTable(["a"], table.Features, table.Performance))
        );
        Assert.Contains("strategies.Count is 0", Error(() => StrategyTable.Measure([], Tables(1, 1), 1)));
    }
}
