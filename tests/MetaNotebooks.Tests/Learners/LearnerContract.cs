namespace MetaNotebooks.Tests;

/// <summary>What every learner must hold to, written once.</summary>
public sealed class LearnerContract : IDisposable
{
    private static readonly Dictionary<string, LearnerCase> Members = Cases
        .Of<ILearnerCases>()
        .SelectMany(file => file.Cases)
        .ToDictionary(member => member.Learner.Name);

    public static TheoryData<string> Learners => [.. Members.Keys];

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
        var (learner, family) = Members[name];
        var meta = learner.Init(1, ScalarType.Float64).Leaves();
        var step = learner.MetaGradient(meta, family.Sample(2, 4));
        Assert.Equal([4], step.Losses.shape);
        Assert.Equal(meta.Select(p => p.shape), step.Gradients.Select(g => g.shape));
        Assert.All(step.Gradients, g => Assert.Contains(g.Doubles(), v => v != 0));
    }

    // Learners without inner steps and without choices, or whose outer loss is of none: a function like any other.
    public static TheoryData<string> Plain =>
        [
            .. Members
                .Values.Select(member => member.Learner)
                .Where(learner =>
                    learner is not (AdaptiveLearner or MetaNetwork) && learner.Init(1).Count > 0
                )
                .Select(learner => learner.Name),
        ];

    [Theory]
    [MemberData(nameof(Plain))]
    public void TheGradientIsThatOfTheOuterLoss(string name)
    {
        var (learner, family) = Members[name];
        var meta = learner.Init(1, ScalarType.Float64).Leaves();
        var tasks = family.Sample(2, 3);
        double Outer(Parameters at)
        {
            using var one = NewDisposeScope();
            return learner.MetaGradient(at.Leaves(), tasks).Losses.mean().ToDouble();
        }
        Numbers.IsGradient(
            Outer,
            meta,
            learner.MetaGradient(meta, tasks).Gradients,
            h: 1e-6,
            tolerance: 1e-5
        );
    }

    // Which tasks are judged beside it, and how many at a time, is nothing to a task.
    [Theory]
    [MemberData(nameof(Learners))]
    public void ATaskIsAdaptedToAlikeInAnyPartOfItsBatch(string name)
    {
        var (learner, family) = Members[name];
        var meta = learner.Init(1, ScalarType.Float64);
        var tasks = family.Sample(5, 5);
        var together = learner.AdaptTo(meta, tasks, 2).Predict(2, tasks.QueryX);
        var part = tasks.Part(1, 4).Part(1, 2);
        var apart = learner.AdaptTo(meta, part, 2).Predict(2, part.QueryX);
        Assert.True(Numbers.RelativeError(apart, together.narrow(0, 2, 2)) < 1e-10);
    }

    // Diverged parameters show as what they are, or are refused; a wrong number looks like a result.
    [Theory]
    [MemberData(nameof(Learners))]
    public void ParametersThatAreNoNumbersAreSeen(string name)
    {
        var (learner, family) = Members[name];
        var isClassified = family.Sample(1, 2).QueryY.dtype == ScalarType.Int64;
        TaskLoss metric = isClassified ? Losses.Accuracy : Losses.MeanSquaredError;
        var meta = learner.Init(1, ScalarType.Float64).Map(part => full_like(part, double.NaN));
        ITaskSampler judged = family;
        if (meta.Count == 0)
        {
            var batch = family.Sample(1, 4);
            judged = new FixedTasks(
                batch.With(batch.SupportX * double.NaN, batch.SupportY, batch.QueryX, batch.QueryY)
            );
        }
        try
        {
            var result = Evaluator.Evaluate(learner, meta, judged, metric, 1, 4, 2);
            Assert.All(result.Values[^1], value => Assert.Equal(double.NaN, value));
            Assert.Equal("NaN ± NaN", result.PerStep[^1].ToString());
        }
        catch (ArgumentException error)
        {
            Assert.Contains("not finite", error.Message);
        }
    }

    // Steps that change nothing are not made again where a learner is judged.
    [Theory]
    [MemberData(nameof(Learners))]
    public void WhatRepeatsIsTheSame(string name)
    {
        var (learner, family) = Members[name];
        var tasks = family.Sample(6, 2);
        var adaptation = learner.AdaptTo(learner.Init(1, ScalarType.Float64), tasks, 4);
        double[] After(int step) => adaptation.Predict(step, tasks.QueryX).Doubles();
        for (var step = 1; step <= 4; step++)
            Assert.Equal(adaptation.Repeats(step), After(step).SequenceEqual(After(step - 1)));
    }

    [Theory]
    [MemberData(nameof(Learners))]
    public void AdaptationPredictsAfterEveryStepAndDependsOnTheTask(string name)
    {
        var (learner, family) = Members[name];
        var meta = learner.Init(1, ScalarType.Float64);
        var (tasks, others) = (family.Sample(3, 4), family.Sample(4, 4));
        var adaptation = learner.AdaptTo(meta, tasks, 3);
        Assert.Equal(3, adaptation.Steps);
        var predictions = Enumerable.Range(0, 4).Select(s => adaptation.Predict(s, tasks.QueryX)).ToArray();
        Assert.All(predictions, p => Assert.Equal(tasks.QueryY.shape[..2], p.shape[..2]));
        Assert.All(predictions, p => Assert.False(p.requires_grad));
        var elsewhere = learner.AdaptTo(meta, others, 3);
        Assert.NotEqual(predictions[3].Doubles(), elsewhere.Predict(3, tasks.QueryX).Doubles());
    }

    [Theory]
    [MemberData(nameof(Learners))]
    public void TheSameSeedGivesTheSameBits(string name)
    {
        var (learner, family) = Members[name];
        double[][] Train() =>
            [
                .. Trainer
                    .Train(
                        learner,
                        family,
                        new() { Iterations = 3, MetaBatch = 2 },
                        learner.Init(1, ScalarType.Float64)
                    )
                    .Meta.Select(p => p.Doubles()),
            ];
        Assert.Equal(Train(), Train());
    }

    [Theory]
    [MemberData(nameof(Learners))]
    public void SaveAndLoadAreBitEqualAndAnotherLearnersFileIsRefused(string name)
    {
        var learner = Members[name].Learner;
        var meta = learner.Init(4);
        learner.Save(meta, path);
        Assert.Equal(meta.Select(p => p.Doubles()), learner.Load(path).Select(p => p.Doubles()));
        var other = JointTraining.Create(new Mlp(3, 9, 1), Losses.MeanSquaredError, 1) with
        {
            Name = "other",
        };
        Assert.Contains($"learner is '{name}'; expected 'other'", Refused(other));
        Assert.Contains("expected", Refused(other with { Name = name }));
    }

    [Theory]
    [MemberData(nameof(Learners))]
    public void WrongArgumentsAreNamed(string name)
    {
        var (learner, family) = Members[name];
        var meta = learner.Init(1, ScalarType.Float64);
        var tasks = family.Sample(1, 2);
        string Error(Action act) => Assert.ThrowsAny<ArgumentException>(act).Message;
        Assert.Contains("steps is -1", Error(() => learner.Adapt(meta, tasks.SupportX, tasks.SupportY, -1)));
        Assert.Contains("expected [T, n, …]", Error(() => learner.Adapt(meta, zeros(5), zeros(5), 1)));
        var short1 = tasks.SupportY.narrow(1, 0, tasks.SupportY.shape[1] - 1);
        Assert.Contains("expected [2, ", Error(() => learner.Adapt(meta, tasks.SupportX, short1, 1)));
        Assert.Contains("meta", Error(() => learner.MetaGradient(Numbers.Placed(zeros(3)), tasks)));
    }

    [Theory]
    [MemberData(nameof(Learners))]
    public void WrongDataAreNamed(string name)
    {
        var (learner, family) = Members[name];
        var meta = learner.Init(1, ScalarType.Float64);
        var tasks = family.Sample(1, 2);
        var (x, y) = (tasks.SupportX, tasks.SupportY);
        var adaptation = learner.AdaptTo(meta, tasks, 2);
        var wrong = new List<string>();
        // The message names an argument, and says what was given and expected.
        void Refuses(string what, Action act)
        {
            var error = Record.Exception(act);
            if (error is not ArgumentException { ParamName: not null } || !error.Message.Contains("expected"))
                wrong.Add($"{what}: {error?.GetType().Name ?? "no error"}: {error?.Message}");
        }
        TaskBatch With(Tensor supportX, Tensor supportY) =>
            new(supportX, supportY, tasks.QueryX, tasks.QueryY, descriptions: tasks.Descriptions);
        IAdaptation Adapted(Tensor supportX, Tensor supportY) =>
            tasks.Descriptions is null
                ? learner.Adapt(meta, supportX, supportY, 2)
                : learner.AdaptTo(meta, With(supportX, supportY), 2);
        void Both(string what, Tensor supportX, Tensor supportY)
        {
            Refuses($"{what}, adapting", () => Adapted(supportX, supportY).Predict(1, tasks.QueryX));
            Refuses($"{what}, training", () => learner.MetaGradient(meta.Leaves(), With(supportX, supportY)));
        }
        if (tasks.Descriptions is null)
        {
            Both("wide inputs", cat([x, x], -1), y);
            Both("flat inputs", x.flatten(), y);
            Both("inputs of another type", x.to(ScalarType.Int64), y);
        }
        if (y.dtype == ScalarType.Int64 && tasks.Descriptions is null)
        {
            Both("labels that are numbers", x, y.to(ScalarType.Float64));
            Both("labels below 0", x, y - 1);
            Both("labels beyond the classes", x, y + 100);
        }
        else if (y.dtype != ScalarType.Int64)
            Both("wide targets", x, cat([y, y], -1));
        Refuses("a step before the first", () => adaptation.Predict(-1, tasks.QueryX));
        Refuses("a step after the last", () => adaptation.Predict(3, tasks.QueryX));
        Refuses(
            "queries of other tasks",
            () => adaptation.Predict(1, tasks.QueryX.narrow(0, 0, 1).repeat_interleave(3, 0))
        );
        Refuses("flat queries", () => adaptation.Predict(1, tasks.QueryX.flatten()));
        Refuses("no meta-parameters", () => learner.AdaptTo(Numbers.Placed(zeros(3), zeros(4)), tasks, 1));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private string Refused(ILearner learner) =>
        Assert.Throws<BadFileException>(() => learner.Load(path)).Message;
}
