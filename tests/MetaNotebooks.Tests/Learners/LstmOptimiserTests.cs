namespace MetaNotebooks.Tests;

/// <summary>Short runs; the paper's clipping at 0.25, a larger outer rate than its 1e-3 because the runs are short.</summary>
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
        Interval Judge(AdaptiveLearner learner, IReadOnlyList<Tensor> meta) =>
            Evaluator.Evaluate(learner, meta, judge, Losses.MeanSquaredError, 7, 600, Steps).PerStep[Steps];
        var learner = LstmOptimiser.Create(model, Losses.MeanSquaredError, Steps);
        var meta = Trainer.Train(learner, train, options).Meta;
        var learned = Judge(learner, meta);

        // Gradient descent gets the same start, and the rate of a grid that is best on the tasks it is judged on.
        Tensor[] start = [.. meta.Take(model.Shapes.Count)];
        double[] rates = [0.001, 0.002, 0.003, 0.005, 0.007, 0.01];
        var best = rates
            .Select(rate => Judge(JointTraining.Create(model, Losses.MeanSquaredError, rate), start))
            .MinBy(interval => interval.Mean);
        Assert.True(learned.High < best.Low, $"LSTM optimiser {learned}; gradient descent {best}");
    }
}
