using MetaNotebooks.Acceleration;

namespace MetaNotebooks.Tests;

/// <summary>
/// What is left behind, counted: tensors that are alive, and buffers that lie ready. Run alone, for what
/// other tests leave would be counted too.
/// </summary>
[CollectionDefinition(nameof(TrainerMemoryTests), DisableParallelization = true)]
[Collection(nameof(TrainerMemoryTests))]
public class TrainerMemoryTests
{
    private static readonly Dictionary<string, LearnerCase> Members = Cases
        .Of<ILearnerCases>()
        .SelectMany(file => file.Cases)
        .ToDictionary(member => member.Learner.Name);

    public static TheoryData<string> Learners => [.. Members.Keys];

    private static readonly Dictionary<string, IOptimiser> Optimisers = new()
    {
        ["Adam"] = new Adam(),
        ["gradient descent"] = new Sgd(0.01),
        ["shrinking"] = new LinearDecay(new Adam(), 20),
        ["clipped"] = new Clipped(new Adam(), 1),
    };

    public static TheoryData<string> AllOptimisers => [.. Optimisers.Keys];

    // What earlier tests left to the collector must not go while there is counting.
    public TrainerMemoryTests()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    // Those that nothing disposes of are a fault too: the collector comes when it will.
    private static long Alive() => torch.Tensor.TotalCount;

    private static void IsFlat(IReadOnlyList<long> counts) =>
        Assert.All(counts.Skip(2), count => Assert.Equal(counts[2], count));

    [Theory]
    [MemberData(nameof(Learners))]
    public void AnIterationLeavesNoTensor(string name)
    {
        var (learner, family) = Members[name];
        using var scope = NewDisposeScope();
        var counts = new List<long>();
        var options = new TrainingOptions
        {
            Iterations = 8,
            MetaBatch = 3,
            Progress = _ => counts.Add(Alive()),
        };
        Trainer.Train(learner, family, options, learner.Init(1, ScalarType.Float64));
        IsFlat(counts);
    }

    [Theory]
    [MemberData(nameof(AllOptimisers))]
    public void NoOptimiserLeavesWhatItReplaced(string name)
    {
        var (learner, family) = Members["MAML"];
        using var scope = NewDisposeScope();
        var counts = new List<long>();
        var options = new TrainingOptions
        {
            Iterations = 8,
            MetaBatch = 3,
            Optimiser = Optimisers[name],
            Progress = _ => counts.Add(Alive()),
        };
        Trainer.Train(learner, family, options, learner.Init(1, ScalarType.Float64));
        IsFlat(counts);
    }

    // Training on all points at once: of candidates, and of strategies.
    [Theory]
    [MemberData(nameof(AllOptimisers))]
    public void AStepOnAllPointsLeavesNoTensor(string name)
    {
        using var scope = NewDisposeScope();
        var x = rand(5, 20, 2);
        var counts = new List<long>();
        Tensor Loss(Tensor prediction, Tensor target)
        {
            counts.Add(Alive());
            return Losses.MeanSquaredError.Of(prediction, target);
        }
        FullBatch.BestOf(2, new Mlp(2, 4, 1), new(Loss), x, x.narrow(2, 0, 1), Optimisers[name], 10, 1);
        // The last is the judging.
        Assert.Equal(11, counts.Count);
        IsFlat(counts.SkipLast(1).ToArray());
    }

    [Fact]
    public void AStepOfEachRegressionLeavesNoTensor()
    {
        using var scope = NewDisposeScope();
        var tables = new TabularTasks { Shots = 40, Features = 5 }.Sample(1, 3);
        var before = Alive();
        var scoped = scope.DisposablesCount;
        var fitted = new LogisticRegression(1e-3, Penalty.L1).Fit(tables.SupportX, tables.SupportY);
        Assert.Equal(fitted.Count, scope.DisposablesCount - scoped);
        Assert.Equal(fitted.Count, Alive() - before);
    }

    [Fact]
    public void AnEvaluationLeavesNoTensor()
    {
        using var scope = NewDisposeScope();
        foreach (var (learner, family) in Members.Values)
        {
            var meta = learner.Init(1, ScalarType.Float64);
            var metric = new TaskLoss((prediction, _) => prediction.flatten(1).mean([1]));
            Evaluator.Evaluate(learner, meta, family, metric, 1, 4, 2);
            var before = Alive();
            Evaluator.Evaluate(learner, meta, family, metric, 1, 4, 2);
            Assert.True(Alive() == before, $"{learner.Name} leaves {Alive() - before}");
        }
    }

    /// <summary>Buffers are kept while batches use them, and no longer.</summary>
    [Fact]
    public void RoomOfALargeBatchIsGivenBack()
    {
        AlignedMemory.FreeUnused();
        AlignedMemory.FreeUnused();
        Assert.Equal(0, AlignedMemory.Ready);
        using (AlignedMemory.Of(1_000_000)) { }
        // A small batch leaves the large one's alone, and the next takes what fits.
        using (AlignedMemory.Of(1000))
            Assert.Equal(1_000_000, AlignedMemory.Ready);
        Assert.Equal(1_001_000, AlignedMemory.Ready);
        using (AlignedMemory.Of(900))
            Assert.Equal(1_000_000, AlignedMemory.Ready);
        AlignedMemory.FreeUnused();
        using (AlignedMemory.Of(900)) { }
        AlignedMemory.FreeUnused();
        Assert.Equal(1000, AlignedMemory.Ready);
        AlignedMemory.FreeUnused();
        Assert.Equal(0, AlignedMemory.Ready);
    }

    // A batch that is larger each time must not keep the buffers of those before it; full collections give it
    // back.
    [Fact]
    public void FullCollectionsGiveItBack()
    {
        using var scope = NewDisposeScope();
        var learner = Maml.Create(new Mlp(1, 40, 40, 1), Losses.MeanSquaredError, 0.01, 3);
        learner.MetaGradient(learner.Init(1).Leaves(), new Sinusoids().Sample(1, 100));
        Assert.True(AlignedMemory.Ready > 0);
        for (var i = 0; i < 10 && AlignedMemory.Ready > 0; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.Equal(0, AlignedMemory.Ready);
    }

    // The parameters of each step alone are six tensors.
    [Fact]
    public void AnImplicitGradientDoesNotKeepTheInnerSteps() =>
        DoesNotKeepTheSteps(
            (model, loss, steps) => ImplicitMaml.Create(model, loss, 0.01, steps: steps),
            few: 1
        );

    // Nor does evolution what came before an unroll, of which a moved copy's end alone is twelve tensors.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void EvolutionDoesNotKeepEarlierUnrolls(bool persistent) =>
        DoesNotKeepTheSteps(
            (model, loss, steps) =>
                new(
                    "",
                    model,
                    loss,
                    new ProximalStep(0.01),
                    steps,
                    new EvolutionStrategies(Length: 2) { Persistent = persistent }
                ),
            few: 4
        );

    private static void DoesNotKeepTheSteps(Func<IModel, TaskLoss, int, AdaptiveLearner> learner, int few)
    {
        using var scope = NewDisposeScope();
        var tasks = new Sinusoids().Sample(1, 2);
        var model = new Mlp(1, 8, 8, 1);
        var meta = model.Init(2).Leaves();
        long Most(int steps)
        {
            var most = 0L;
            TaskLoss counted = new(
                (prediction, target) =>
                {
                    most = Math.Max(most, Alive());
                    return Losses.MeanSquaredError.Of(prediction, target);
                }
            );
            var before = Alive();
            using var one = NewDisposeScope();
            learner(model, counted, steps).MetaGradient(meta, tasks);
            return most - before;
        }
        Assert.InRange(Most(100) - Most(few), -20, 20);
    }
}
