namespace MetaNotebooks.Tests;

/// <summary>Means of many samples, each against an exact gradient within the interval of the mean.</summary>
public class EvolutionStrategiesTests
{
    private static readonly IModel Model = new Linear(1, 1) { Bias = false };

    private static readonly LinearTasks Family = new()
    {
        Shots = 4,
        Queries = 4,
        Noise = 0.3,
        DType = ScalarType.Float64,
    };

    private static AdaptiveLearner Learner(int steps) =>
        new("", Model, Losses.MeanSquaredError, new GradientStep(0.05), steps, new MultiStepLoss());

    // Mean, and four standard errors of it: less than once in ten thousand by chance.
    private static (double Mean, double Within) Sampled(
        AdaptiveLearner learner,
        Parameters meta,
        TaskBatch tasks,
        int samples
    )
    {
        var (sum, squares) = (0.0, 0.0);
        for (var i = 0; i < samples; i++)
        {
            using var scope = NewDisposeScope();
            var value = learner
                .MetaGradient(meta, tasks.DrawnWith(new Seed(7).At(i)))
                .Gradients[0]
                .ToDouble();
            (sum, squares) = (sum + value, squares + value * value);
        }
        var mean = sum / samples;
        return (mean, 4 * Math.Sqrt((squares / samples - mean * mean) / samples));
    }

    // Along gradient descent on a quadratic the loss is a quadratic of the start, whose blur has the same slope.
    [Theory]
    [InlineData(20, false)]
    [InlineData(2, true)]
    public void OnAQuadraticItIsUnbiased(int length, bool persistent) =>
        IsUnbiased(length, persistent, samples: 1500, within: 0.2);

    // Minutes, so only when asked for.
    [Theory(Explicit = true)]
    [InlineData(20, false)]
    [InlineData(2, true)]
    public void OnAQuadraticItIsUnbiasedOverAHundredThousandSamples(int length, bool persistent) =>
        IsUnbiased(length, persistent, samples: 100_000, within: 0.025);

    private static void IsUnbiased(int length, bool persistent, int samples, double within)
    {
        using var scope = NewDisposeScope();
        var exact = Learner(3);
        var tasks = Family.Sample(1, 2);
        var meta = exact.Init(2, ScalarType.Float64).Leaves();
        var expected = exact.MetaGradient(meta, tasks).Gradients[0].ToDouble();
        var evolved = exact with
        {
            Outer = new EvolutionStrategies(0.5, Length: length) { Persistent = persistent },
        };
        var (mean, around) = Sampled(evolved, meta, tasks, samples);
        TestContext.Current.TestOutputHelper?.WriteLine($"exact {expected}, mean {mean} ± {around}");
        Assert.Equal(expected, mean, around);
        // Tight enough to tell.
        Assert.True(around < within * Math.Abs(expected), $"{around}");
    }

    // A larger rate pays later: within two steps it is not seen.
    [Fact]
    public void WhatUnrollsCutOffIsABiasThatPersistenceTakesAway()
    {
        using var scope = NewDisposeScope();
        var exact = (Learner(8) with { LearnsRule = true }).From(
            Start.Given(Parameters.Of(("weight", full([1, 1], 5, ScalarType.Float64))))
        );
        var tasks = Family.Sample(1, 2);
        var meta = exact.Init(2, ScalarType.Float64).Leaves();
        var expected = exact.MetaGradient(meta, tasks).Gradients[0].ToDouble();
        (double Mean, double Within) With(int length, bool persistent) =>
            Sampled(
                exact with
                {
                    Outer = new EvolutionStrategies(1e-3, Length: length) { Persistent = persistent },
                },
                meta,
                tasks,
                800
            );
        var (truncated, around) = With(2, false);
        Assert.True(Math.Abs(truncated - expected) > 2 * around, $"{truncated} of {expected}");
        var (persistently, within) = With(2, true);
        Assert.Equal(expected, persistently, within);
        Assert.True(within < 0.5 * Math.Abs(truncated - expected), $"{within}");
        var (whole, near) = With(8, false);
        Assert.Equal(expected, whole, near);
    }

    [Fact]
    public void LossesAreThoseAlongTheAdaptation()
    {
        using var scope = NewDisposeScope();
        var exact = Learner(5);
        var tasks = Family.Sample(1, 3);
        var meta = exact.Init(2, ScalarType.Float64).Leaves();
        foreach (var persistent in new[] { false, true })
        {
            var evolved = exact with
            {
                Outer = new EvolutionStrategies(1e-7, 2, 2) { Persistent = persistent },
            };
            Assert.True(
                Numbers.RelativeError(
                    evolved.MetaGradient(meta, tasks).Losses,
                    exact.MetaGradient(meta, tasks).Losses
                ) < 1e-6
            );
        }
    }

    [Fact]
    public void MorePairsAreTheMeanOfPairs()
    {
        using var scope = NewDisposeScope();
        var tasks = Family.Sample(1, 3);
        var meta = Learner(2).Init(2, ScalarType.Float64).Leaves();
        double Spread(int pairs) =>
            Sampled(Learner(2) with { Outer = new EvolutionStrategies(0.5, pairs) }, meta, tasks, 200).Within;
        Assert.InRange(Spread(1) / Spread(16), 3, 5.3);
    }

    [Fact]
    public void WrongSettingsAreNamed()
    {
        using var scope = NewDisposeScope();
        var tasks = Family.Sample(1, 2);
        string Error(EvolutionStrategies outer) =>
            Assert
                .ThrowsAny<ArgumentException>(() =>
                    (Learner(2) with { Outer = outer }).MetaGradient(
                        Learner(2).Init(1, ScalarType.Float64).Leaves(),
                        tasks
                    )
                )
                .Message;
        Assert.Contains("Deviation is 0; expected a finite number above 0", Error(new(0)));
        Assert.Contains("Pairs is 0; expected at least 1", Error(new(Pairs: 0)));
        Assert.Contains("Length is 0; expected at least 1", Error(new(Length: 0)));
    }
}
