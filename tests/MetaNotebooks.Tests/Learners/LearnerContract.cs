namespace MetaNotebooks.Tests;

/// <summary>What every learner must hold to, written once.</summary>
public sealed class LearnerContract : IDisposable
{
    public static TheoryData<string> Learners => [.. Members.Keys];

    private static readonly IModel Model = new Mlp(1, 8, 1) { Activation = Activation.Tanh };

    private static readonly Dictionary<string, ILearner> Members = new()
    {
        ["MAML"] = Maml.Create(Model, Losses.MeanSquaredError, 0.01),
        ["first-order MAML"] = Maml.CreateFirstOrder(Model, Losses.MeanSquaredError, 0.01, steps: 2),
        ["joint training"] = JointTraining.Create(Model, Losses.MeanSquaredError, 0.01),
    };

    private static readonly Sinusoids Family = new()
    {
        Shots = 5,
        Queries = 6,
        DType = ScalarType.Float64,
    };

    private readonly DisposeScope scope = NewDisposeScope();
    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.safetensors");

    public void Dispose()
    {
        scope.Dispose();
        File.Delete(path);
    }

    [Theory]
    [MemberData(nameof(Learners))]
    public void GradientReachesEveryMetaParameter(string name)
    {
        var learner = Members[name];
        Assert.Equal(name, learner.Name);
        var meta = learner.Init(1, ScalarType.Float64).Leaves();
        var step = learner.MetaGradient(meta, Family.Sample(2, 4));
        Assert.Equal([4], step.Losses.shape);
        Assert.Equal(meta.Select(p => p.shape), step.Gradients.Select(g => g.shape));
        Assert.All(step.Gradients, g => Assert.Contains(g.Doubles(), v => v != 0));
    }

    [Theory]
    [MemberData(nameof(Learners))]
    public void AdaptationPredictsAfterEveryStepAndDependsOnTheSupportSet(string name)
    {
        var learner = Members[name];
        var meta = learner.Init(1, ScalarType.Float64);
        var tasks = Family.Sample(3, 4);
        var adaptation = learner.Adapt(meta, tasks.SupportX, tasks.SupportY, 3);
        Assert.Equal(3, adaptation.Steps);
        var predictions = Enumerable.Range(0, 4).Select(s => adaptation.Predict(s, tasks.QueryX)).ToArray();
        Assert.All(predictions, p => Assert.Equal([4, 6, 1], p.shape));
        Assert.All(predictions, p => Assert.False(p.requires_grad));
        Assert.NotEqual(predictions[2].Doubles(), predictions[3].Doubles());
        var others = learner.Adapt(meta, tasks.SupportX, -tasks.SupportY, 3);
        Assert.NotEqual(predictions[3].Doubles(), others.Predict(3, tasks.QueryX).Doubles());
    }

    [Theory]
    [MemberData(nameof(Learners))]
    public void SaveAndLoadAreBitEqualAndAnotherLearnersFileIsRefused(string name)
    {
        var learner = Members[name];
        var meta = learner.Init(4);
        learner.Save(meta, path);
        Assert.Equal(meta.Select(p => p.Doubles()), learner.Load(path).Select(p => p.Doubles()));
        var wider = new AdaptiveLearner(
            name,
            new Mlp(1, 9, 1),
            Losses.MeanSquaredError,
            new GradientStep(1),
            1,
            new Joint()
        );
        Assert.Contains("shape [1, 8]; expected [1, 9]", Refused(wider));
        Assert.Contains($"learner is '{name}'; expected 'other'", Refused(wider with { Name = "other" }));
    }

    [Theory]
    [MemberData(nameof(Learners))]
    public void WrongShapesAreNamed(string name)
    {
        var learner = Members[name];
        var meta = learner.Init(1);
        string Error(Action act) => Assert.ThrowsAny<ArgumentException>(act).Message;
        Assert.Contains("steps is -1", Error(() => learner.Adapt(meta, zeros(2, 5, 1), zeros(2, 5, 1), -1)));
        Assert.Contains("expected [T, n, …]", Error(() => learner.Adapt(meta, zeros(5), zeros(5), 1)));
        Assert.Contains(
            "has shape [2, 4, 1]; expected [2, 5, …]",
            Error(() => learner.Adapt(meta, zeros(2, 5, 1), zeros(2, 4, 1), 1))
        );
        Assert.Contains("meta", Error(() => learner.MetaGradient([zeros(3)], Family.Sample(1, 2))));
    }

    private string Refused(ILearner learner) =>
        Assert.Throws<BadFileException>(() => learner.Load(path)).Message;
}
