namespace MetaNotebooks.Tests;

/// <summary>Short runs; the paper's clipping at 0.25, a larger outer rate than its 1e-3 because the runs are short.</summary>
[Trait("Speed", "slow")]
public class LstmOptimiserTests
{
    private const int Steps = 5;

    [Fact]
    public void OnSinusoidsItBeatsTunedGradientDescentInAsManySteps()
    {
        using var scope = NewDisposeScope();
        var model = new Mlp(1, 20, 20, 1);
        var train = new Sinusoids { Shots = 5, Queries = 10 };
        var judge = new Sinusoids { Shots = 5, Queries = 100 };
        var options = new TrainingOptions
        {
            Iterations = 500,
            MetaBatch = 16,
            Optimiser = new Clipped(new Adam(0.005), 0.25),
            Seed = 1,
        };
        Interval Judge(AdaptiveLearner learner, Parameters meta) =>
            Evaluator.Evaluate(learner, meta, judge, Losses.MeanSquaredError, 7, 300, Steps).PerStep[Steps];
        var learner = LstmOptimiser.Create(model, Losses.MeanSquaredError, Steps);
        var meta = Trainer.Train(learner, train, options).Meta;
        var learned = Judge(learner, meta);

        // Gradient descent gets the same start, and the rate of a grid that is best on the tasks it is judged on.
        var start = meta.Only(model.Shapes.Names.Contains);
        double[] rates = [0.001, 0.002, 0.003, 0.005, 0.007, 0.01];
        var best = rates
            .Select(rate => Judge(JointTraining.Create(model, Losses.MeanSquaredError, rate), start))
            .MinBy(interval => interval.Mean);
        Assert.True(learned.High < best.Low, $"LSTM optimiser {learned}; gradient descent {best}");
    }

    /// <summary>
    /// On quadratics every rate that is near the best for most tasks diverges on some, and gradients that count as
    /// constants do not see it coming, so training is rough. As in the paper, what is kept is what does best on
    /// validation tasks.
    /// </summary>
    [Fact]
    public void OnQuadraticsItBeatsTunedGradientDescentInAsManySteps()
    {
        using var scope = NewDisposeScope();
        var model = new Linear(10, 1) { Bias = false };
        var f = new TaskLoss((prediction, target) => 10 * Losses.MeanSquaredError.Of(prediction, target));
        var learner = LstmOptimiser.Create(model, f, Steps);
        IReadOnlyList<double> Judge(AdaptiveLearner one, Parameters meta, Seed seed) =>
            Evaluator.Evaluate(one, meta, new Quadratics(), f, seed, 600, Steps).Values[Steps];
        Parameters Next(Parameters meta, int part) =>
            Trainer
                .Train(
                    learner,
                    new Quadratics(),
                    new()
                    {
                        Iterations = 100,
                        MetaBatch = 32,
                        Optimiser = new Clipped(new Adam(0.002), 0.25),
                        Seed = ((Seed)2).At(part),
                    },
                    meta
                )
                .Meta;
        var trained = new List<Parameters> { learner.Init(1) };
        for (var part = 0; part < 8; part++)
            trained.Add(Next(trained[^1], part));
        var best = trained.MinBy(meta => Judge(learner, meta, 1234).Average())!;
        var learned = Judge(learner, best, 7);

        double[] rates = [0.01, 0.0125, 0.015, 0.0175, 0.02, 0.0225];
        foreach (var start in new[] { zeros(10, 1), best["weight"] })
        {
            var descent = rates
                .Select(rate =>
                    Judge(JointTraining.Create(model, f, rate), Parameters.Of(("weight", start)), 7)
                )
                .MinBy(values => values.Average())!;
            var gain = Interval.Of([.. descent.Zip(learned, (sgd, lstm) => sgd - lstm)]);
            Assert.True(gain.Low > 0.1, $"gradient descent's f − the LSTM optimiser's: {gain}");
        }
    }
}
