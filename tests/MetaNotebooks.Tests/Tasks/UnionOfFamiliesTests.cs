namespace MetaNotebooks.Tests;

public sealed class UnionOfFamiliesTests : ISamplerCases
{
    public IEnumerable<SamplerCase> Cases =>
        [
            new(
                "union",
                (shots, queries) =>
                    new UnionOfFamilies(
                        new Sinusoids { Shots = shots, Queries = queries },
                        new LinearTasks { Shots = shots, Queries = queries }
                    )
            ),
        ];

    [Fact]
    public void EveryFamilyHasItsShareOfTheBatches()
    {
        using var scope = NewDisposeScope();
        var union = new UnionOfFamilies(
            new Sinusoids { Shots = 1 },
            new Sinusoids { Shots = 2 },
            new Sinusoids { Shots = 3 }
        )
        {
            Shares = [1, 2, 5],
        };
        var counts = new double[4];
        for (var i = 0; i < 4000; i++)
        {
            using var one = NewDisposeScope();
            counts[union.Sample(new Seed(3).At(i), 1).SupportX.shape[1]]++;
        }
        // Within four standard deviations of a binomial count.
        foreach (var (shots, share) in new[] { (1, 1.0 / 8), (2, 2.0 / 8), (3, 5.0 / 8) })
            Assert.InRange(
                counts[shots],
                4000 * share - 4 * Math.Sqrt(4000 * share * (1 - share)),
                4000 * share + 4 * Math.Sqrt(4000 * share * (1 - share))
            );
    }

    [Fact]
    public void ABatchIsTheOneThatItsFamilyDraws()
    {
        using var scope = NewDisposeScope();
        var (one, other) = (new Sinusoids(), new LinearTasks());
        var batch = new UnionOfFamilies(one, other).Sample(5, 3);
        Assert.Contains(
            batch.SupportX.Doubles(),
            new[] { one.Sample(5, 3).SupportX.Doubles(), other.Sample(5, 3).SupportX.Doubles() }
        );
        Assert.NotNull(batch.Truth);
    }

    // Any way and any shots: each batch has its own, and what is learned is right for all.
    [Fact]
    public void AProtoNetLearnsFromMixedWaysAndShots()
    {
        using var scope = NewDisposeScope();
        var means = new Random(1).Normal(0, 1, [20, 1, 8]);
        var noise = new Random(2).Normal(0, 1, [20, 20, 8]);
        // Half of the numbers tell nothing.
        noise[.., .., ..4] *= 0.3;
        noise[.., .., 4..] *= 4;
        var set = new LabelledSet(
            (means + noise).flatten(0, 1),
            [.. Enumerable.Range(0, 20).Select(c => $"{c}")],
            [.. Enumerable.Repeat(20, 20)]
        );
        var parts = set.Split(1, 10, 10);
        var (training, test) = (parts[0], parts[1]);
        NWayKShot Of(LabelledSet classes, int way, int shots) =>
            new(classes)
            {
                Way = way,
                Shots = shots,
                Queries = 10,
            };
        var learner = new ProtoNet(new Linear(8, 8));
        var union = new UnionOfFamilies(Of(training, 3, 1), Of(training, 5, 5), Of(training, 8, 2));
        var before = learner.Init(1);
        var after = Trainer.Train(learner, union, new() { Iterations = 150, MetaBatch = 4 }, before).Meta;
        foreach (var (way, shots) in new[] { (3, 1), (5, 5), (8, 2), (4, 3) })
        {
            double Right(Parameters meta) =>
                Evaluator
                    .Evaluate(learner, meta, Of(test, way, shots), Losses.Accuracy, 9, 100, 1)
                    .PerStep[1]
                    .Mean;
            Assert.True(Right(after) > Right(before) + 0.05, $"{way}-way {shots}-shot");
        }
    }

    [Fact]
    public void WrongSharesAreNamed()
    {
        var union = new UnionOfFamilies(new Sinusoids(), new LinearTasks());
        string Error(params double[] shares) =>
            Assert.Throws<ArgumentException>(() => (union with { Shares = shares }).Sample(1, 1)).Message;
        Assert.Contains("Shares are [1]; expected 2 finite numbers above 0", Error(1));
        Assert.Contains("Shares are [1, 0]; expected 2", Error(1, 0));
        Assert.Contains(
            "families is empty; expected at least 1",
            Assert.Throws<ArgumentException>(() => new UnionOfFamilies()).Message
        );
    }
}
