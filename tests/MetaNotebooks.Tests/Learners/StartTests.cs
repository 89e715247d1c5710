namespace MetaNotebooks.Tests;

public sealed class StartTests : IDisposable
{
    private static readonly Mlp Model = new(1, 4, 1);
    private static readonly AdaptiveLearner Maml = MetaNotebooks.Maml.Create(
        Model,
        Losses.MeanSquaredError,
        0.1
    );
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    private static TaskBatch Tasks(Seed seed) => new Sinusoids { Shots = 5 }.Sample(seed, 3);

    [Fact]
    public void WhatIsLearnedIsSaidByTheStartAndTheRule()
    {
        var given = Maml.From(Start.Given(Model.Init(1)));
        var random = Maml.From(Start.Random(1));
        Assert.Equal(Model.Shapes.Names, Maml.Init(0).Names);
        Assert.Equal([.. Model.Shapes.Names, "rule.rate"], (Maml with { LearnsRule = true }).Init(0).Names);
        Assert.Equal(["rule.rate"], (given with { LearnsRule = true }).Init(0).Names);
        Assert.Empty(random.Init(0));
    }

    [Fact]
    public void AGivenStartIsWhereEveryTaskBegins()
    {
        var theta = Model.Init(5);
        var (from, rho) = Maml.From(Start.Given(theta)).Parts(Parameters.Empty, Tasks(1));
        Assert.Same(theta, from);
        Assert.Equal([0.1], rho["rate"].Doubles().Select(rate => Math.Round(rate, 6)));
    }

    [Fact]
    public void ARandomStartIsAnotherInEachTaskAndBatchAndTheSameEveryTime()
    {
        var learner = Maml.From(Start.Random(7));
        double[] Of(Seed seed) => learner.Parts(Parameters.Empty, Tasks(seed)).Theta["head.weight"].Doubles();
        Assert.Equal(Of(1), Of(1));
        Assert.NotEqual(Of(1), Of(2));
        Assert.Equal(3, Of(1).Chunk(4).Select(row => string.Join(' ', row)).Distinct().Count());
    }

    [Fact]
    public void OtherMetaParametersAreNamed()
    {
        string Error(AdaptiveLearner learner, Parameters meta) =>
            Assert.ThrowsAny<ArgumentException>(() => learner.Parts(meta, Tasks(1))).Message;
        Assert.Contains(
            "rule.rate []; MAML learns body.0.weight [1, 4]",
            Error(Maml, (Maml with { LearnsRule = true }).Init(0))
        );
        Assert.Contains(
            "meta (the part 'rule') is nothing; expected rate []",
            Error(Maml with { LearnsRule = true }, Maml.Init(0))
        );
        Assert.Contains("MAML learns nothing", Error(Maml.From(Start.Random(1)), Maml.Init(0)));
        Assert.Contains("expected body.0.weight [1, 4]", Error(Maml, new Linear(1, 1).Init(0)));
    }
}
