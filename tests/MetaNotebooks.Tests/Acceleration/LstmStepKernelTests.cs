using TorchSharp;

namespace MetaNotebooks.Tests;

/// <summary>
/// The written-out meta-gradient of the learned update is automatic differentiation's, in double precision, but for
/// rounding. What that gives for the update is tested on its own (<see cref="LstmStepTests"/>).
/// </summary>
public sealed class LstmStepKernelTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    private static readonly Dictionary<string, (IModel Model, TaskLoss Loss)> Kinds = new()
    {
        ["one coordinate"] = (new Linear(1, 1) { Bias = false }, Losses.MeanSquaredError),
        ["sixteen coordinates"] = (new Mlp(1, 5, 1), Losses.MeanSquaredError),
        ["coordinates that fill no lanes"] = (
            new Mlp(2, 5, 3, 1) { Activation = Activation.Tanh },
            Losses.MeanSquaredError
        ),
        ["another loss"] = (new Mlp(2, 4, 1), new((p, y) => (p - y).abs().mean([1, 2]))),
        ["classes"] = (new Mlp(2, 6, 3), Losses.CrossEntropy),
    };

    public static TheoryData<string, int, int, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int, int, int>();
            foreach (var kind in Kinds.Keys)
            foreach (
                var (hidden, tasks, steps) in new[]
                {
                    (20, 3, 4),
                    (1, 1, 1),
                    (3, 17, 2),
                    (5, 2, 0),
                    (7, 2, 9),
                }
            )
                cases.Add(kind, hidden, tasks, steps);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ItEqualsAutomaticDifferentiation(string kind, int hidden, int tasks, int steps)
    {
        var learner = Learner(kind, hidden, steps);
        foreach (var derivatives in new[] { Derivatives.First, Derivatives.Second })
        foreach (var learnsStart in new[] { true, false })
        foreach (var learnsRule in steps == 0 ? [false] : new[] { true, false })
            if (learnsStart || learnsRule)
                Agrees(
                    learner with
                    {
                        Outer = new ThroughAdaptation(derivatives),
                        Start = learnsStart ? Start.Learned : Start.Given(learner.Model.Init(4)),
                        LearnsRule = learnsRule,
                    },
                    Batch(learner.Model, tasks)
                );
    }

    private static void Agrees(AdaptiveLearner learner, TaskBatch batch)
    {
        var meta = Moved(learner.Init(3));
        var actual = learner.MetaGradient(meta.Leaves(), batch);
        Assert.Equal((Computation.Coordinates, 0), (actual.By, actual.NotBy.Count));
        Tensor In(Tensor points) => points.is_floating_point() ? points.to(ScalarType.Float64) : points;
        var start = learner.Start.IsLearned ? learner.Start : Start.Given(learner.Model.Init(4).Map(In));
        var expected = (learner with { Start = start }).MetaGradient(
            meta.Map(In).Leaves(),
            new(In(batch.SupportX), In(batch.SupportY), In(batch.QueryX), In(batch.QueryY))
        );
        Assert.Equal(Computation.Automatic, expected.By);
        Assert.True(Close(actual.Losses, expected.Losses));
        Assert.Equal(expected.Gradients.Names, actual.Gradients.Names);
        Assert.All(expected.Gradients.Zip(actual.Gradients), p => Assert.True(Close(p.Second, p.First)));
    }

    [Fact]
    public void ItsBitsDoNotDependOnTheNumberOfThreads()
    {
        var learner = Learner("coordinates that fill no lanes", 20, 3);
        AnyThreads.GiveTheSameBits(learner, Batch(learner.Model, 11));
    }

    [Fact]
    public void ATaskThatDivergesIsSeen()
    {
        var learner = Learner("coordinates that fill no lanes", 3, 2);
        var batch = Batch(learner.Model, 4);
        var y = batch.QueryY.clone();
        y[2] *= float.PositiveInfinity;
        var gradient = learner.MetaGradient(
            learner.Init(2).Leaves(),
            new(batch.SupportX, batch.SupportY, batch.QueryX, y)
        );
        Assert.Equal(Computation.Coordinates, gradient.By);
        Assert.Equal([true, true, false, true], gradient.Losses.Doubles().Select(double.IsFinite));
        Assert.All(
            gradient.Gradients,
            part => Assert.Contains(part.Doubles(), value => !double.IsFinite(value))
        );
    }

    [Fact]
    public void WhatItCannotComputeIsSaidAndLeftToAutomaticDifferentiation()
    {
        var learner = Learner("sixteen coordinates", 3, 2) with { Start = Start.Random(5) };
        var gradient = learner.MetaGradient(learner.Init(1).Leaves(), Batch(learner.Model, 2));
        Assert.Equal(Computation.Automatic, gradient.By);
        Assert.Contains(
            gradient.NotBy,
            reason => reason.StartsWith("Coordinates: the start['", StringComparison.Ordinal)
        );
    }

    private static AdaptiveLearner Learner(string kind, int hidden, int steps) =>
        LstmOptimiser.Create(Kinds[kind].Model, Kinds[kind].Loss, steps, hidden);

    // The rule's first weights are so small, and its gates so nearly shut, that much of it would hardly be seen.
    private static Parameters Moved(Parameters meta)
    {
        var random = new Seed(8).Generator();
        return meta.Map(part => 0.3 * part + random.Normal(0, 0.3, part.shape));
    }

    // The logarithm of a gradient that is nearly zero has few digits left in single precision.
    private static bool Close(Tensor actual, Tensor expected) =>
        Numbers.RelativeError(actual.to(ScalarType.Float64), expected) < 1e-4;

    private static TaskBatch Batch(IModel model, int tasks)
    {
        var random = new Seed(5).Generator();
        var (inputs, outputs) = model is Mlp mlp ? (mlp.Sizes[0], mlp.Sizes[^1]) : (1, 1);
        Tensor Points(int points, int width) => random.Normal(0, 1, [tasks, points, width]);
        Tensor Targets(int points) =>
            outputs == 3 ? arange(points).fmod(3).expand(tasks, points) : Points(points, outputs);
        return new(Points(6, inputs), Targets(6), Points(9, inputs), Targets(9));
    }
}
