namespace MetaNotebooks.Tests;

[Trait("Speed", "slow")]
public class LearnedOptimiserTests
{
    private static readonly IModel Model = new Linear(10, 1) { Bias = false };

    // The documented rule, and so the same in every run.
    [Fact]
    public void EachTaskOfABatchStartsWhereItsSeedSays()
    {
        using var scope = NewDisposeScope();
        var learner = LearnedOptimiser.Create(Model, Losses.MeanSquaredError, start: 3);
        var tasks = new Quadratics().Sample(1, 4);
        var starts = learner.AdaptTo(learner.Init(1), tasks, 0).Trajectory[0][0];
        for (var t = 0; t < 4; t++)
            Assert.Equal(Model.Init(new Seed(3).Split(1).At(t))[0].Doubles(), starts[t].Doubles());
        // Of no batch.
        var alone = learner.Adapt(learner.Init(1), tasks.SupportX, tasks.SupportY, 0).Trajectory[0][0];
        for (var t = 0; t < 4; t++)
            Assert.Equal(Model.Init(new Seed(3).At(t))[0].Doubles(), alone[t].Doubles());
    }

    // Of the kit's family and of one that knows nothing of seeds. Trained on a few starts, it would be judged
    // on them.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void NoStartIsTwiceInTrainingOrJudging(bool foreign)
    {
        using var scope = NewDisposeScope();
        var starts = new List<string>();
        var learner = LearnedOptimiser.Create(
            new Watched(Model, starts),
            Losses.MeanSquaredError,
            1,
            start: 3
        );
        ITaskSampler family = foreign ? new Same() : new Quadratics();
        var meta = Trainer.Train(learner, family, new() { Iterations = 6, MetaBatch = 5 }).Meta;
        Evaluator.Evaluate(learner, meta, family, Losses.MeanSquaredError, 1, 20, 1);
        Assert.Equal(6 * 5 + 20, starts.Count);
        Assert.Equal(starts.Count, starts.Distinct().Count());
        var first = starts.ToArray();
        starts.Clear();
        Trainer.Train(learner, family, new() { Iterations = 6, MetaBatch = 5 });
        Evaluator.Evaluate(learner, meta, family, Losses.MeanSquaredError, 1, 20, 1, atOnce: 3);
        Assert.Equal(first, starts);
    }

    /// <summary>
    /// A short run with a larger outer rate than a long one would have, which falls from part to part. It
    /// leaves the optimiser rough: what is kept is what does best on validation tasks.
    /// </summary>
    [Fact]
    public void OnHeldOutQuadraticsItBeatsTunedGradientDescentAndAdamAt100Steps()
    {
        using var scope = NewDisposeScope();
        var family = new Quadratics();
        var f = new TaskLoss((prediction, target) => 10 * Losses.MeanSquaredError.Of(prediction, target));
        var learner = LearnedOptimiser.Create(new Linear(10, 1) { Bias = false }, f, start: 1);
        IReadOnlyList<double> Judge(AdaptiveLearner one, Parameters meta, Seed seed) =>
            Evaluator.Evaluate(one.From(Start.Random(2)), meta, family, f, seed, 300, 100).Values[100];
        var trained = new List<Parameters> { learner.Init(1) };
        for (var part = 0; part < 4; part++)
        {
            var options = new TrainingOptions
            {
                Iterations = 100,
                MetaBatch = 8,
                Optimiser = new Adam(0.01 * (4 - part) / 4),
                Seed = ((Seed)1).At(part),
            };
            trained.Add(Trainer.Train(learner, family, options, trained[^1]).Meta);
        }
        var learned = Judge(learner, trained.MinBy(meta => Judge(learner, meta, 1234).Average())!, 7);

        IInnerRule[] rules =
        [
            .. new[] { 0.01, 0.0125, 0.015, 0.0175 }.Select(rate => new GradientStep(rate)),
            .. new[] { 0.1, 0.2, 0.3, 0.5, 0.7 }.Select(rate => new AdamStep(rate)),
        ];
        foreach (var rule in rules)
        {
            var plain = learner with { Rule = rule, LearnsRule = false };
            var gain = Interval.Of([
                .. Judge(plain, Parameters.Empty, 7).Zip(learned, (hand, mine) => hand - mine),
            ]);
            Assert.True(gain.Low > 0, $"f of {rule} − f of the learned optimiser: {gain}");
        }
    }

    /// <summary>The same tasks whatever the seed, which it does not pass on.</summary>
    private sealed class Same : ITaskSampler
    {
        public TaskBatch Sample(Seed seed, int tasks)
        {
            var batch = new Quadratics().Sample(1, tasks);
            return new(batch.SupportX, batch.SupportY, batch.QueryX, batch.QueryY);
        }
    }

    /// <summary>A model that tells what was drawn for it.</summary>
    private sealed class Watched(IModel model, List<string> starts) : IModel
    {
        public ParameterShapes Shapes => model.Shapes;

        public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32)
        {
            var drawn = model.Init(seed, dtype);
            starts.Add(string.Join(' ', drawn[0].Doubles()));
            return drawn;
        }

        public Tensor Forward(Parameters theta, Tensor x) => model.Forward(theta, x);
    }
}
