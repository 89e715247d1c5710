namespace MetaNotebooks.Tests;

[Trait("Speed", "slow")]
public class MetaSgdTests : ILearnerCases
{
    private static readonly IModel Model = new Mlp(1, 8, 6, 1) { Activation = Activation.Tanh };
    private static readonly Sinusoids Family = new()
    {
        Shots = 5,
        Queries = 6,
        DType = ScalarType.Float64,
    };

    public IEnumerable<LearnerCase> Cases => [new(MetaSgd.Create(Model, Losses.MeanSquaredError), Family)];

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void WithEqualRatesItIsMaml(int steps)
    {
        using var scope = NewDisposeScope();
        var tasks = Family.Sample(1, 4);
        var maml = Maml.Create(Model, Losses.MeanSquaredError, 0.03, steps);
        var sgd = MetaSgd.Create(Model, Losses.MeanSquaredError, 0.03, steps);
        var theta = maml.Init(2, ScalarType.Float64).Leaves();
        var meta = sgd.Init(2, ScalarType.Float64).Leaves();
        var (a, b) = (maml.MetaGradient(theta, tasks), sgd.MetaGradient(meta, tasks));
        Assert.Equal(a.Losses.Doubles(), b.Losses.Doubles());
        Assert.All(
            a.Gradients.Zip(b.Gradients),
            p => Assert.True(Numbers.RelativeError(p.Second, p.First) < 1e-14)
        );
        Assert.Equal(
            maml.Adapt(theta, tasks.SupportX, tasks.SupportY, 4).Final.Select(t => t.Doubles()),
            sgd.Adapt(meta, tasks.SupportX, tasks.SupportY, 4).Final.Select(t => t.Doubles())
        );
    }

    [Fact]
    public void EveryRateGetsItsOwnMetaGradient()
    {
        using var scope = NewDisposeScope();
        var tasks = Family.Sample(3, 3);
        var learner = MetaSgd.Create(Model, Losses.MeanSquaredError, 0.03, steps: 2);
        var meta = learner.Init(4, ScalarType.Float64).Leaves();
        Assert.Equal(Model.Shapes.Concat(Model.Shapes), meta.Select(m => m.shape));
        double Outer(Parameters at) =>
            Losses
                .MeanSquaredError.Of(
                    learner.Adapt(at, tasks.SupportX, tasks.SupportY, 2).Predict(2, tasks.QueryX),
                    tasks.QueryY
                )
                .mean()
                .ToDouble();
        var expected = Numbers.CentralDifferences(Outer, meta);
        var actual = learner.MetaGradient(meta, tasks).Gradients;
        Assert.All(actual.Zip(expected), p => Assert.True(Numbers.RelativeError(p.First, p.Second) < 1e-6));
    }

    [Fact]
    public void MetaParametersWithoutRatesAreNamed()
    {
        using var scope = NewDisposeScope();
        var learner = MetaSgd.Create(Model, Losses.MeanSquaredError);
        var error = Assert.Throws<ArgumentException>(() =>
            learner.MetaGradient(Model.Init(1).Leaves(), Family.Sample(1, 1))
        );
        Assert.Contains("meta (the part 'rule') is nothing; expected rate.body.0.weight [", error.Message);
    }

    // 70,000 iterations give a 1-step MSE below 0.45; so few already beat the paper's 0.90.
    [Fact]
    public void AShortRunLearnsRatesThatAdaptInOneStep()
    {
        using var scope = NewDisposeScope();
        var learner = MetaSgd.Create(new Mlp(1, 40, 40, 1), Losses.MeanSquaredError);
        var train = new Sinusoids { Shots = 5, Queries = 5 };
        var trained = Trainer.Train(learner, train, new() { Iterations = 2000, Seed = 1 });
        var judge = train with { Queries = 100 };
        var one = Evaluator
            .Evaluate(learner, trained.Meta, judge, Losses.MeanSquaredError, 2, steps: 1)
            .PerStep[1];
        Assert.True(one.High < 0.95, $"Meta-SGD after 1 step: {one}");
        var rates = trained.Meta.Skip(6).SelectMany(rate => rate.Doubles()).ToArray();
        Assert.True(rates.Max() - rates.Min() > 0.02);
    }
}
