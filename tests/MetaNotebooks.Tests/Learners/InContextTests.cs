namespace MetaNotebooks.Tests;

public sealed class InContextTests : ILearnerCases
{
    private static readonly InContext Numeric = new(3, 1) { Body = new(4, 2, 2) };

    private static readonly LinearTasks Lines = new()
    {
        Inputs = 3,
        Shots = 5,
        Queries = 4,
        DType = ScalarType.Float64,
    };

    private sealed record Classes : ITaskSampler
    {
        public TaskBatch Sample(Seed seed, int tasks) => ComparingLearnerCases.Family.Sample(seed, tasks);
    }

    // Two of a name would be one member of the contract.
    private sealed record OfClasses(InContext Learner) : ILearner
    {
        public string Name => "in context, classes";

        public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32) => Learner.Init(seed, dtype);

        public MetaGradient MetaGradient(Parameters meta, TaskBatch tasks) =>
            Learner.MetaGradient(meta, tasks);

        public IAdaptation Adapt(Parameters meta, Tensor supportX, Tensor supportY, int steps) =>
            Learner.Adapt(meta, supportX, supportY, steps);
    }

    public IEnumerable<LearnerCase> Cases =>
        [
            new(Numeric, Lines),
            new(new OfClasses(new(16, 3) { Body = new(4, 2, 1) }), new ShuffledEpisodes(new Classes())),
        ];

    [Fact]
    public void APredictionIsMadeOfTheExamplesBeforeItAlone()
    {
        using var scope = NewDisposeScope();
        var meta = Numeric.Init(1, ScalarType.Float64);
        var (x, y) = (Lines.Sample(2, 2).SupportX, Lines.Sample(2, 2).SupportY);
        var plain = Numeric.Sequence(meta, x, y);
        for (var place = 0; place < 5; place++)
        {
            var moved = y.clone();
            moved[.., place..(place + 1)] += 1;
            var other = Numeric.Sequence(meta, x, moved);
            for (var i = 0; i < 5; i++)
                Assert.Equal(i <= place, other[.., i].Doubles().SequenceEqual(plain[.., i].Doubles()));
        }
    }

    // The sequence's predictions are those of adapting to its beginnings.
    [Fact]
    public void ASequenceIsAdaptationsToItsBeginnings()
    {
        using var scope = NewDisposeScope();
        var meta = Numeric.Init(1, ScalarType.Float64);
        var tasks = Lines.Sample(2, 2);
        var (x, y) = (tasks.SupportX, tasks.SupportY);
        var sequence = Numeric.Sequence(meta, x, y);
        for (var seen = 1; seen < 5; seen++)
        {
            var adapted = Numeric.Adapt(meta, x.narrow(1, 0, seen), y.narrow(1, 0, seen), 1);
            var next = adapted.Predict(1, x.narrow(1, seen, 1));
            Assert.True(Numbers.RelativeError(next, sequence.narrow(1, seen, 1)) < 1e-12);
            // What else is asked is nothing to a question.
            var all = adapted.Predict(1, x);
            Assert.True(Numbers.RelativeError(all.narrow(1, seen, 1), next) < 1e-12);
        }
    }

    [Fact]
    public void TheOuterLossIsOfEveryPrediction()
    {
        using var scope = NewDisposeScope();
        var meta = Numeric.Init(1, ScalarType.Float64).Leaves();
        var tasks = Lines.Sample(2, 3);
        var support = Numeric.Sequence(meta, tasks.SupportX, tasks.SupportY) - tasks.SupportY;
        var query =
            Numeric.Adapt(meta, tasks.SupportX, tasks.SupportY, 1).Predict(1, tasks.QueryX) - tasks.QueryY;
        var expected = cat([support, query], 1).square().mean([1L, 2L]);
        Assert.True(Numbers.RelativeError(Numeric.MetaGradient(meta, tasks).Losses, expected) < 1e-12);
    }
}
