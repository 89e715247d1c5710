namespace MetaNotebooks.Tests;

public sealed class MamlPlusPlusTests : ILearnerCases
{
    private static readonly IModel Model = new Mlp(1, 6, 1) { Activation = Activation.Tanh };

    private static readonly Sinusoids Family = new()
    {
        Shots = 5,
        Queries = 6,
        DType = ScalarType.Float64,
    };

    public IEnumerable<LearnerCase> Cases =>
        [new(MamlPlusPlus.Create(Model, Losses.MeanSquaredError, 0.05, 3), Family)];

    [Fact]
    public void WithoutItsPartsItIsMaml()
    {
        using var scope = NewDisposeScope();
        var bare = MamlPlusPlus.Create(
            Model,
            Losses.MeanSquaredError,
            0.05,
            3,
            everyStepsLoss: false,
            stepRates: false
        );
        Assert.Equal(Maml.Create(Model, Losses.MeanSquaredError, 0.05, 3), bare.Named("MAML"));
    }

    [Fact]
    public void EachPartIsSwitchedAlone()
    {
        AdaptiveLearner With(bool loss, bool rates, bool norm) =>
            MamlPlusPlus.Create(
                new Chain(new Conv4(4, 2), new Linear(2, 3)),
                Losses.CrossEntropy,
                0.05,
                3,
                loss,
                rates,
                norm
            );
        Assert.IsType<MultiStepLoss>(With(true, false, false).Outer);
        Assert.IsType<StepRates>(With(false, true, false).Rule);
        Assert.IsType<ThroughAdaptation>(With(false, true, false).Outer);
        var norm = Assert.IsType<StepParameters>(With(false, false, true).Rule);
        Assert.IsType<GradientStep>(norm.Rule);
        var rho = norm.Init(With(false, false, true).Model.Shapes, 1);
        Assert.Equal(1 + 2 * 4, rho.Count);
        Assert.Equal([3, 2], rho["change.body.0.scale"].shape);
    }

    // Equal rates are one rate, and changes of zero no change.
    [Fact]
    public void AtItsStartItAdaptsAsMamlWithStillBiases()
    {
        using var scope = NewDisposeScope();
        var tasks = Family.Sample(1, 3);
        var plain = Maml.Create(Model, Losses.MeanSquaredError, 0.05, 3);
        var meta = plain.Init(2, ScalarType.Float64);
        double[] After(IInnerRule rule) =>
            plain.WithRule(rule).AdaptTo(meta, tasks, 5).Predict(5, tasks.QueryX).Doubles();
        Assert.Equal(After(plain.Rule), After(new StepRates(0.05, 3)));
        var still = After(new HeadOnly(new StepParameters(plain.Rule, 3, ["bias"]), "head"));
        Assert.True(Numbers.RelativeError(still, After(new HeadOnly(plain.Rule, "head.weight"))) < 1e-14);
    }

    [Fact]
    public void ParametersOfAStepAreThoseOfTheStart()
    {
        using var scope = NewDisposeScope();
        var learner = MamlPlusPlus.Create(Model, Losses.MeanSquaredError, 0.05, 2);
        var rule = new StepParameters(new GradientStep(0.05), 2, ["bias"]);
        var tasks = Family.Sample(1, 1);
        learner = learner.WithRule(rule, learned: true);
        var meta = learner.Init(1, ScalarType.Float64);
        meta = meta.With(Parameters.Of(("rule.change.head.bias", tensor([0.25, -1.5], [2, 1, 1]))));
        var first = meta["head.bias"].ToDouble();
        double[] seen =
        [
            .. learner.AdaptTo(meta, tasks, 3).Trajectory.Select(at => at["head.bias"].ToDouble()),
        ];
        double[] expected = [first, first + 0.25, first - 1.5, first - 1.5];
        Assert.True(Numbers.RelativeError(seen, expected) < 1e-14);
    }

    // The paper's program, per_step_loss_importance_vector, in its own words.
    [Theory]
    [InlineData(5, 0, 10)]
    [InlineData(5, 3, 10)]
    [InlineData(3, 10, 10)]
    [InlineData(1, 4, 8)]
    public void WeightsAreThePapers(int steps, int epoch, int epochs)
    {
        var (decay, least) = (1.0 / steps / epochs, 0.03 / steps);
        double[] expected =
        [
            .. Enumerable.Range(0, steps - 1).Select(_ => Math.Max(1.0 / steps - epoch * decay, least)),
            Math.Min(1.0 / steps + epoch * (steps - 1) * decay, 1 - (steps - 1) * least),
        ];
        var actual = MultiStepLoss.Annealed(steps, (double)epoch / epochs);
        Assert.True(Numbers.RelativeError([.. actual], expected) < 1e-12);
        Assert.Equal(1, actual.Sum(), 1e-12);
    }

    [Fact]
    public void WeightsOnTheLastStepAloneAreMaml()
    {
        using var scope = NewDisposeScope();
        var maml = Maml.Create(Model, Losses.MeanSquaredError, 0.05, 3);
        var tasks = Family.Sample(1, 3);
        var meta = maml.Init(2, ScalarType.Float64).Leaves();
        var last = (maml with { Outer = new MultiStepLoss([0, 0, 1]) }).MetaGradient(meta, tasks);
        Assert.All(
            last.Gradients.Zip(maml.MetaGradient(meta, tasks).Gradients),
            pair => Assert.True(Numbers.RelativeError(pair.First, pair.Second) < 1e-12)
        );
    }

    [Fact]
    public void WrongWeightsAndNamesAreNamed()
    {
        using var scope = NewDisposeScope();
        var tasks = Family.Sample(1, 2);
        var maml = Maml.Create(Model, Losses.MeanSquaredError, 0.05, 3);
        string Error(AdaptiveLearner one) =>
            Assert
                .ThrowsAny<ArgumentException>(() =>
                    one.MetaGradient(one.Init(1, ScalarType.Float64).Leaves(), tasks)
                )
                .Message;
        Assert.Contains("expected 3 finite numbers", Error(maml with { Outer = new MultiStepLoss([1, 2]) }));
        Assert.Contains("Steps is 0", Error(maml.WithSteps(0) with { Outer = new MultiStepLoss() }));
        Assert.Contains(
            "Names are scale; expected last parts",
            Error(maml.WithRule(new StepParameters(maml.Rule, 2, ["scale"])))
        );
        Assert.Contains(
            "progress is 2; expected a number from 0 to 1",
            Assert.Throws<ArgumentOutOfRangeException>(() => MultiStepLoss.Annealed(3, 2)).Message
        );
    }
}
