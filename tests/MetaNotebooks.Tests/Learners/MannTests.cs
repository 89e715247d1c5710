namespace MetaNotebooks.Tests;

[Trait("Speed", "slow")]
public sealed class MannTests : ILearnerCases
{
    private static readonly Mann Small = new(8, 3) { Hidden = 32, Memory = new(16, 16, 1) };

    public IEnumerable<LearnerCase> Cases =>
        [
            new(
                Small with
                {
                    Hidden = 6,
                    Memory = new(7, 5, 2),
                },
                new ShuffledEpisodes(new Prototypes(3, 3, 2) { DType = ScalarType.Float64 })
            ),
            new(
                Small with
                {
                    Hidden = 6,
                    Memory = null,
                },
                new ShuffledEpisodes(new Prototypes(3, 3, 2) { DType = ScalarType.Float64 })
            ),
        ];

    [Fact]
    public void TheGradientEqualsFiniteDifferences()
    {
        using var scope = NewDisposeScope();
        var learner = new Mann(2, 2) { Hidden = 3, Memory = new(5, 3, 2) };
        var family = new Prototypes(2, 3, 1) { Inputs = 2, DType = ScalarType.Float64 };
        var tasks = new ShuffledEpisodes(family).Sample(1, 2);
        var meta = learner.Init(2, ScalarType.Float64).Leaves();
        var actual = learner.MetaGradient(meta, tasks);
        var expected = Numbers.CentralDifferences(
            at => learner.MetaGradient(at.Leaves(), tasks).Losses.mean().ToDouble(),
            meta
        );
        Assert.All(
            actual.Gradients.Zip(expected),
            p => Assert.True(Numbers.RelativeError(p.First, p.Second) < 1e-6)
        );
    }

    public static TheoryData<int, int, int, int, int> Sizes =>
        new()
        {
            // Tasks, hidden, slots, width, heads: more and fewer tasks than lanes, memories that are full and not.
            { 1, 3, 5, 3, 2 },
            { 8, 8, 4, 4, 1 },
            { 11, 13, 20, 7, 3 },
            { 17, 6, 6, 5, 4 },
            { 5, 7, 0, 0, 0 },
        };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void WrittenOutDerivativesAreThoseOfAutomaticDifferentiation(
        int tasks,
        int hidden,
        int slots,
        int width,
        int heads
    )
    {
        using var scope = NewDisposeScope();
        var learner = new Mann(8, 3)
        {
            Hidden = hidden,
            Memory = heads == 0 ? null : new(slots, width, heads),
        };
        var batch = new ShuffledEpisodes(new Prototypes(3, 3, 2)).Sample(1, tasks);
        // Larger than at the start, so that weights are far from uniform.
        var meta = learner.Init(2).Map(part => 3 * part);
        var written = learner.MetaGradient(meta, batch);
        using var off = Kernels.Off();
        var automatic = learner.MetaGradient(meta, batch);
        Assert.Equal((Computation.Recurrent, 0), (written.By, written.NotBy.Count));
        Assert.Equal((Computation.Automatic, Kernels.AreOff), (automatic.By, automatic.NotBy[0]));
        Assert.Equal(automatic.Gradients.Names, written.Gradients.Names);
        Assert.True(Numbers.RelativeError(written.Losses, automatic.Losses) < 1e-5);
        Assert.All(
            written.Gradients.Zip(automatic.Gradients),
            p => Assert.True(Numbers.RelativeError(p.First, p.Second) < 1e-3)
        );
    }

    [Fact]
    public void WhatWasReadGoesIntoTheNextState()
    {
        using var scope = NewDisposeScope();
        var tasks = new ShuffledEpisodes(new Prototypes(3, 2, 1)).Sample(1, 4);
        var meta = Small.Init(2);
        // The output layer sees the controller alone, so that what was read can come by the next state only.
        meta["output.weight"].narrow(0, Small.Hidden, 16).zero_();
        double[] Predicted() =>
            Small.Sequence(meta, tasks.SupportX, tasks.SupportY).narrow(1, 5, 1).Doubles();
        var before = Predicted();
        meta["added.bias"].add_(1);
        Assert.NotEqual(before, Predicted());
        meta["cell.weight_ih"].narrow(0, Small.Inputs + Small.Way, 16).zero_();
        before = Predicted();
        meta["added.bias"].add_(1);
        Assert.Equal(before, Predicted());
    }

    [Fact]
    public void TheOuterLossIsOverThePredictionsOfTheWholeEpisode()
    {
        using var scope = NewDisposeScope();
        var tasks = new ShuffledEpisodes(new Prototypes(3, 2, 1)).Sample(1, 4);
        var meta = Small.Init(2).Leaves();
        var support = Losses.CrossEntropy.Of(
            Small.Sequence(meta, tasks.SupportX, tasks.SupportY),
            tasks.SupportY
        );
        var query = Losses.CrossEntropy.Of(
            Small.Adapt(meta, tasks.SupportX, tasks.SupportY, 1).Predict(1, tasks.QueryX),
            tasks.QueryY
        );
        var losses = Small.MetaGradient(meta, tasks).Losses;
        Assert.True(Numbers.RelativeError(losses, (6 * support + 3 * query) / 9) < 1e-6);
    }

    [Fact]
    public void ALabelIsShownOnlyAfterItsExample()
    {
        using var scope = NewDisposeScope();
        var tasks = new ShuffledEpisodes(new Prototypes(3, 2, 1)).Sample(1, 4);
        var meta = Small.Init(2);
        var before = Small.Sequence(meta, tasks.SupportX, tasks.SupportY);
        // Other labels from the fourth example on: its own prediction is not changed, the next one's is.
        var others = cat([tasks.SupportY.narrow(1, 0, 3), (tasks.SupportY.narrow(1, 3, 3) + 1) % 3], 1);
        var after = Small.Sequence(meta, tasks.SupportX, others);
        Assert.Equal(before.narrow(1, 0, 4).Doubles(), after.narrow(1, 0, 4).Doubles());
        Assert.NotEqual(before.narrow(1, 4, 1).Doubles(), after.narrow(1, 4, 1).Doubles());
    }

    [Fact]
    public void AQueryIsPredictedAsTheNextExampleOfTheSequence()
    {
        using var scope = NewDisposeScope();
        var tasks = new ShuffledEpisodes(new Prototypes(3, 2, 1)).Sample(1, 4);
        var meta = Small.Init(2);
        var adapted = Small.Adapt(meta, tasks.SupportX, tasks.SupportY, 2).Predict(2, tasks.QueryX);
        for (var q = 0; q < 3; q++)
        {
            var sequence = Small.Sequence(
                meta,
                cat([tasks.SupportX, tasks.QueryX.narrow(1, q, 1)], 1),
                cat([tasks.SupportY, tasks.QueryY.narrow(1, q, 1)], 1)
            );
            Assert.True(Numbers.RelativeError(adapted.narrow(1, q, 1), sequence.narrow(1, 6, 1)) < 1e-5);
        }
    }

    [Fact]
    public void MemoryIsWipedBetweenEpisodes()
    {
        using var scope = NewDisposeScope();
        var family = new ShuffledEpisodes(new Prototypes(3, 2, 1));
        var (first, second) = (family.Sample(1, 4), family.Sample(2, 4));
        var meta = Small.Init(3);
        double[] Second() => Small.Sequence(meta, second.SupportX, second.SupportY).Doubles();
        var alone = Second();
        Small.Sequence(meta, first.SupportX, first.SupportY);
        Small.MetaGradient(meta.Leaves(), first);
        Assert.Equal(alone, Second());
        // And one task's content does not reach another's memory in the batch.
        var mixed = Small.Sequence(
            meta,
            cat([first.SupportX.narrow(0, 0, 3), second.SupportX.narrow(0, 3, 1)], 0),
            cat([first.SupportY.narrow(0, 0, 3), second.SupportY.narrow(0, 3, 1)], 0)
        );
        Assert.True(Numbers.RelativeError(mixed[3].Doubles(), alone[^18..]) < 1e-5);
    }

    [Fact]
    public void AfterAShortRunTheFirstInstanceIsAGuessAndTheSecondIsNot()
    {
        using var scope = NewDisposeScope();
        var family = new ShuffledEpisodes(new Prototypes(3, 4, 1));
        var options = new TrainingOptions
        {
            Iterations = 900,
            MetaBatch = 16,
            Optimiser = new Adam(0.01),
            Seed = 1,
        };
        var meta = Trainer.Train(Small, family, options).Meta;
        var tasks = family.Sample(99, 600);
        var logits = Small.Sequence(meta, tasks.SupportX, tasks.SupportY);
        var accuracy = InstanceAccuracy.Of(logits, tasks.SupportY, 4);
        // Whoever knows a class to be new can rule out the labels seen: at best (1/3 + 1/2 + 1)/3 at a first instance.
        Assert.InRange(accuracy[0].Mean, 1 / 3.0 - 0.05, 11 / 18.0 + 0.05);
        Assert.True(accuracy[1].Low > 0.75, $"2nd instance: {accuracy[1]}");
        Assert.True(accuracy[3].Low > 0.75, $"4th instance: {accuracy[3]}");
    }

    [Fact]
    public void BadLabelsAndSizesAreNamed()
    {
        using var scope = NewDisposeScope();
        var meta = Small.Init(1);
        string Error(Tensor x, Tensor y) =>
            Assert.ThrowsAny<ArgumentException>(() => Small.Sequence(meta, x, y)).Message;
        var labels = zeros([2, 4], ScalarType.Int64);
        Assert.Contains("y has labels 3 to 3; expected 0 to 2", Error(zeros(2, 4, 8), labels + 3));
        Assert.Contains("y is Float32", Error(zeros(2, 4, 8), zeros(2, 4)));
        Assert.Contains("x has 5 numbers an example; expected 8", Error(zeros(2, 4, 5), labels));
        Assert.Contains(
            "Way is 1",
            Assert.ThrowsAny<ArgumentException>(() => new Mann(3, 1).Init(1)).Message
        );
    }
}
