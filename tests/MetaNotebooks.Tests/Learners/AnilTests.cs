namespace MetaNotebooks.Tests;

public class AnilTests : ILearnerCases
{
    private static readonly IModel Model = new Mlp(1, 8, 6, 1) { Activation = Activation.Tanh };
    private static readonly Sinusoids Family = new()
    {
        Shots = 5,
        Queries = 6,
        DType = ScalarType.Float64,
    };

    public IEnumerable<LearnerCase> Cases =>
        [new(Anil.Create(Model, Losses.MeanSquaredError, 0.05, steps: 2), Family)];

    [Theory]
    [InlineData("head", 2)]
    [InlineData("body", 4)]
    [InlineData("body.1", 2)]
    public void OnlyTheHeadMovesInTheInnerLoop(string part, int count)
    {
        using var scope = NewDisposeScope();
        var learner = Anil.Create(Model, Losses.MeanSquaredError, 0.05, head: part);
        var meta = learner.Init(1, ScalarType.Float64);
        var tasks = Family.Sample(2, 3);
        var adapted = learner.Adapt(meta, tasks.SupportX, tasks.SupportY, 4).Final;
        Assert.Equal(count, meta.Names.Count(name => name.StartsWith(part)));
        foreach (var name in meta.Names)
            for (var t = 0; t < 3; t++)
                if (name.StartsWith(part))
                    Assert.NotEqual(meta[name].Doubles(), adapted[name][t].Doubles());
                else
                    Assert.Equal(meta[name].Doubles(), adapted[name][t].Doubles());
    }

    [Fact]
    public void TheHeadsStepIsGradientDescentOnTheBodysFeatures()
    {
        using var scope = NewDisposeScope();
        var learner = Anil.Create(Model, Losses.MeanSquaredError, 0.05);
        var meta = learner.Init(1, ScalarType.Float64);
        var tasks = Family.Sample(2, 3);
        var adapted = learner.Adapt(meta, tasks.SupportX, tasks.SupportY, 5).Final;
        // The same problem seen from the head: a linear model on fixed features.
        var features = tasks.SupportX;
        for (var i = 0; i < 4; i += 2)
            features = (features.matmul(meta[i]) + meta[i + 1]).tanh();
        var head = GradientDescent.Run(
            new Linear(6, 1),
            Losses.MeanSquaredError,
            meta.Part("head"),
            features,
            tasks.SupportY,
            0.05,
            5
        );
        Assert.True(Numbers.RelativeError(adapted[4], head.Final[0]) < 1e-13);
        Assert.True(Numbers.RelativeError(adapted[5], head.Final[1]) < 1e-13);
    }

    [Fact]
    public void TheBodyGetsTheMetaGradientThroughTheHeadsAdaptation()
    {
        using var scope = NewDisposeScope();
        var learner = Anil.Create(Model, Losses.MeanSquaredError, 0.05, steps: 2);
        var tasks = Family.Sample(3, 4);
        var meta = learner.Init(4, ScalarType.Float64).Leaves();
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
        Assert.All(actual.Take(4), g => Assert.True(g.abs().max().ToDouble() > 1e-3));
    }

    [Fact]
    public void AHeadThatTheModelDoesNotHaveIsNamed()
    {
        var learner = Anil.Create(new Linear(1, 1), Losses.MeanSquaredError, 0.1);
        var error = Assert.ThrowsAny<ArgumentException>(() =>
            learner.Adapt(learner.Init(1), zeros(1, 2, 1), zeros(1, 2, 1), 1)
        );
        Assert.Contains(
            "Head is 'head'; expected a part of the model, whose parameters are 'weight', 'bias'",
            error.Message
        );
    }
}
