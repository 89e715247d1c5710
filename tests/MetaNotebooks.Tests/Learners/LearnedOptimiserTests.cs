namespace MetaNotebooks.Tests;

public class LearnedOptimiserTests
{
    [Fact]
    public void ItStartsEachTaskElsewhereAndTheSameEveryTime()
    {
        using var scope = NewDisposeScope();
        var model = new Linear(10, 1) { Bias = false };
        var learner = LearnedOptimiser.Create(model, Losses.MeanSquaredError, start: 3);
        var tasks = new Quadratics().Sample(1, 4);
        Tensor Start() => learner.Adapt(learner.Init(1), tasks.SupportX, tasks.SupportY, 0).Trajectory[0][0];
        Assert.Equal(Start().Doubles(), Start().Doubles());
        for (var t = 0; t < 4; t++)
            Assert.Equal(model.Init(((Seed)3).At(t))[0].Doubles(), Start()[t].Doubles());
        Assert.NotEqual(Start()[0].Doubles(), Start()[1].Doubles());
    }

    /// <summary>
    /// A short run with a larger outer rate than a long one would have, which leaves it rough: what is kept is what does
    /// best on validation tasks.
    /// </summary>
    [Fact]
    public void OnHeldOutQuadraticsItBeatsTunedGradientDescentAndAdamAt100Steps()
    {
        using var scope = NewDisposeScope();
        var family = new Quadratics();
        TaskLoss f = (prediction, target) => 10 * Losses.MeanSquaredError(prediction, target);
        var learner = LearnedOptimiser.Create(new Linear(10, 1) { Bias = false }, f, start: 1);
        IReadOnlyList<double> Judge(AdaptiveLearner one, IReadOnlyList<Tensor> meta, Seed seed) =>
            Evaluator.Evaluate(one with { RandomStart = 2 }, meta, family, f, seed, 300, 100).Values[100];
        var trained = new List<IReadOnlyList<Tensor>> { learner.Init(1) };
        for (var part = 0; part < 4; part++)
        {
            var options = new TrainingOptions
            {
                Iterations = 100,
                MetaBatch = 8,
                Optimiser = new Adam(0.01),
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
            var gain = Interval.Of([.. Judge(plain, [], 7).Zip(learned, (hand, mine) => hand - mine)]);
            Assert.True(gain.Low > 0, $"f of {rule} − f of the learned optimiser: {gain}");
        }
    }
}
