namespace MetaNotebooks.Tests;

public sealed class CaviaTests : ILearnerCases
{
    private static readonly Contextual Model = new(2, new Mlp(3, 8, 1) { Activation = Activation.Tanh });

    private static readonly Sinusoids Family = new()
    {
        Shots = 5,
        Queries = 6,
        DType = ScalarType.Float64,
    };

    private static readonly AdaptiveLearner Learner = Cavia.Create(Model, Losses.MeanSquaredError, 0.5, 2);

    public IEnumerable<LearnerCase> Cases => [new(Learner, Family)];

    [Fact]
    public void OnlyTheContextMovesAndItBeginsAtZero()
    {
        using var scope = NewDisposeScope();
        var tasks = Family.Sample(1, 3);
        var run = Learner.AdaptTo(Learner.Init(2, ScalarType.Float64), tasks, 3);
        Assert.All(run.Trajectory[0]["context"].Doubles(), value => Assert.Equal(0, value));
        Assert.All(run.Final["context"].Doubles(), value => Assert.NotEqual(0, value));
        foreach (var name in run.Final.Names.Where(name => name != "context"))
            Assert.Equal(run.Trajectory[0][name].Doubles(), run.Final[name].Doubles());
    }

    // A context that is concatenated to the inputs is a bias of the first layer: there, and nowhere else.
    [Fact]
    public void TheContextShiftsTheFirstLayer()
    {
        using var scope = NewDisposeScope();
        var theta = Model.Init(3, ScalarType.Float64);
        var context = tensor([0.4, -1.1], [1, 2]);
        var x = Family.Sample(1, 2).QueryX;
        var weight = theta["body.body.0.weight"];
        var plain = Parameters.Join(
            (
                "body.0",
                Parameters.Of(
                    ("weight", weight[..1]),
                    ("bias", theta["body.body.0.bias"] + context.matmul(weight[1..]))
                )
            ),
            ("head", theta.Part("body.head"))
        );
        var expected = (new Mlp(1, 8, 1) { Activation = Activation.Tanh }).Forward(plain, x);
        var actual = Model.Forward(theta.With(Parameters.Of(("context", context))), x);
        Assert.True(Numbers.RelativeError(actual, expected) < 1e-14);
    }

    [Fact]
    public void TheMetaGradientIsThatOfTheOuterLoss()
    {
        using var scope = NewDisposeScope();
        var tasks = Family.Sample(1, 3);
        var meta = Learner.Init(2, ScalarType.Float64).Leaves();
        Assert.DoesNotContain("context", meta.Names);
        double Outer(Parameters at) =>
            Losses
                .MeanSquaredError.Of(Learner.AdaptTo(at, tasks, 2).Predict(2, tasks.QueryX), tasks.QueryY)
                .mean()
                .ToDouble();
        Numbers.IsGradient(Outer, meta, Learner.MetaGradient(meta, tasks).Gradients);
    }

    // The kernels know all of θ; what is not learned must not come back from them.
    [Fact]
    public void APartThatIsNotLearnedHasNoGradientByAKernelEither()
    {
        using var scope = NewDisposeScope();
        var learner = Maml.Create(new Mlp(1, 8, 1), Losses.MeanSquaredError, 0.05)
            .From(Start.LearnedBut("head"));
        var tasks = (Family with { DType = ScalarType.Float32 }).Sample(1, 3);
        var meta = learner.Init(2).Leaves();
        var fast = learner.MetaGradient(meta, tasks);
        using var off = Kernels.Off();
        var plain = learner.MetaGradient(meta, tasks);
        Assert.Equal(Computation.Perceptron, fast.By);
        Assert.Equal(["body.0.weight", "body.0.bias"], fast.Gradients.Names);
        Assert.All(
            fast.Gradients.Zip(plain.Gradients),
            pair => Assert.True(Numbers.RelativeError(pair.First, pair.Second) < 1e-4)
        );
    }

    [Fact]
    public void WrongSizesAndPartsAreNamed()
    {
        Assert.Contains(
            "the input size of body is 2; expected at least 3",
            Assert.Throws<ArgumentOutOfRangeException>(() => new Contextual(2, new Mlp(2, 1))).Message
        );
        var learner = Learner.From(Start.LearnedBut("tail"));
        var tasks = Family.Sample(1, 2);
        Assert.Contains(
            "Part is 'tail'; expected a part of the model",
            Assert
                .Throws<ArgumentException>(() =>
                    learner.AdaptTo(learner.Init(1, ScalarType.Float64), tasks, 1)
                )
                .Message
        );
    }
}
