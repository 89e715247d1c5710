namespace MetaNotebooks.Tests;

public class AdamStepTests
{
    [Fact]
    public void ItsPathIsTheAlgorithmsInPlainNumbers()
    {
        using var scope = NewDisposeScope();
        const double rate = 0.1;
        // f(θ) = mean (xθ − y)² of two points, one task each; gradient 2·mean x(xθ − y).
        double[] x = [1, 3],
            y = [2, -1];
        var path = Adaptation.Run(
            new Linear(1, 1) { Bias = false },
            Losses.MeanSquaredError,
            new AdamStep(rate),
            Parameters.Of(("weight", tensor([0.5], [1, 1]))),
            new AdamStep(rate).Init(ParameterShapes.Of(), 0, ScalarType.Float64),
            tensor(x, [1, 2, 1]),
            tensor(y, [1, 2, 1]),
            20
        );
        double theta = 0.5,
            first = 0,
            second = 0;
        for (var t = 1; t <= 20; t++)
        {
            var gradient = 2 * x.Zip(y, (a, b) => a * (a * theta - b)).Average();
            first = 0.9 * first + 0.1 * gradient;
            second = 0.999 * second + 0.001 * gradient * gradient;
            var (m, v) = (first / (1 - Math.Pow(0.9, t)), second / (1 - Math.Pow(0.999, t)));
            theta -= rate * m / (Math.Sqrt(v) + 1e-8);
            Assert.Equal(theta, path.Trajectory[t][0].ToDouble(), 1e-12);
        }
    }

    public static TheoryData<string> Estimators => [.. DeadUnits.Keys];

    private static readonly Dictionary<string, IMetaGradientEstimator> DeadUnits = new()
    {
        ["second order"] = new ThroughAdaptation(Derivatives.Second),
        ["first order"] = new ThroughAdaptation(Derivatives.First),
        ["recomputed"] = new Recomputed(),
        ["recomputed, first order"] = new Recomputed(Derivatives.First),
        ["unrolls"] = new TruncatedUnrolls(2),
    };

    // A rectifier that is off passes no gradient, so that the root of the second moment is taken of 0. Such a
    // unit stays off, and finite differences know nothing of roots.
    [Theory]
    [MemberData(nameof(Estimators))]
    public void UnitsThatAreOffHaveADerivative(string estimator)
    {
        foreach (var learnsRule in new[] { false, true })
        foreach (var allOff in new[] { false, true })
        {
            using var scope = NewDisposeScope();
            var outer = DeadUnits[estimator];
            var learner = new AdaptiveLearner(
                "",
                new Mlp(1, 4, 1),
                Losses.MeanSquaredError,
                new AdamStep(0.01),
                2,
                outer
            )
            {
                LearnsRule = learnsRule,
            };
            var tasks = new Sinusoids
            {
                Shots = 5,
                Queries = 6,
                DType = ScalarType.Float64,
            }.Sample(1, 3);
            var meta = learner.Init(2, ScalarType.Float64).Map(part => part.clone());
            meta["body.0.bias"].narrow(1, 0, allOff ? 4 : 2).fill_(-100);
            meta = meta.Leaves();
            var actual = learner.MetaGradient(meta, tasks);
            Assert.All(
                actual.Gradients,
                part => Assert.All(part.Doubles(), v => Assert.True(double.IsFinite(v)))
            );
            double Outer(Parameters at)
            {
                var run = learner.AdaptTo(at, tasks, 2);
                var losses = run.Losses(learner.Loss, tasks.QueryX, tasks.QueryY).mean([1L]).Doubles();
                return outer is TruncatedUnrolls ? losses.Skip(1).Average() : losses[^1];
            }
            // First order holds gradients still, which these differences do not.
            if (
                outer
                is ThroughAdaptation { Derivatives: Derivatives.Second }
                    or Recomputed { Derivatives: Derivatives.Second }
            )
                Numbers.IsGradient(Outer, meta, actual.Gradients, tolerance: 1e-5);
        }
    }

    [Fact]
    public void WhatHasNoGradientStaysWhereItIs()
    {
        using var scope = NewDisposeScope();
        var model = new Linear(1, 1) { Bias = false };
        var path = Adaptation.Run(
            model,
            Losses.MeanSquaredError,
            new AdamStep(0.1),
            model.Init(1, ScalarType.Float64),
            new AdamStep(0.1).Init(ParameterShapes.Of(), 0, ScalarType.Float64),
            zeros([1, 3, 1], ScalarType.Float64),
            ones([1, 3, 1], ScalarType.Float64),
            4,
            Derivatives.Second
        );
        Assert.All(path.Trajectory, at => Assert.Equal(path.Trajectory[0][0].Doubles(), at[0].Doubles()));
    }

    [Fact]
    public void ARunInTwoPartsIsOneRun()
    {
        using var scope = NewDisposeScope();
        var tasks = new Sinusoids().Sample(1, 3);
        var model = new Mlp(1, 5, 1);
        var rule = new AdamStep(0.05);
        Adaptation Run(Parameters theta, int steps, Parameters? state = null) =>
            Adaptation.Run(
                model,
                Losses.MeanSquaredError,
                rule,
                theta,
                rule.Init(model.Shapes, 0),
                tasks.SupportX,
                tasks.SupportY,
                steps,
                state: state
            );
        var whole = Run(model.Init(2), 7);
        var part = Run(model.Init(2), 3);
        var rest = Run(part.Final, 4, part.State);
        Assert.Equal(whole.Final.Select(t => t.Doubles()), rest.Final.Select(t => t.Doubles()));
    }

    [Fact]
    public void BadNumbersAreNamed()
    {
        string Error(AdamStep rule) =>
            Assert.ThrowsAny<ArgumentException>(() => rule.Init(ParameterShapes.Of(), 0)).Message;
        Assert.Contains("Rate is 0", Error(new(0)));
        Assert.Contains("Beta1 is 1; expected a number in [0, 1)", Error(new(0.1, 1)));
    }
}
