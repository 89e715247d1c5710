namespace MetaNotebooks.Tests;

/// <summary>A run that is stopped and goes on ends with the same bits as one that never was.</summary>
public sealed class ResumeTests : IDisposable
{
    private sealed record Member(ILearner Learner, ITaskSampler Tasks, IOptimiser Optimiser);

    private static readonly IModel Model = new Mlp(1, 8, 1) { Activation = Activation.Tanh };
    private static readonly Sinusoids Points = new() { Shots = 4, Queries = 5 };

    private static readonly Dictionary<string, Member> Members = new()
    {
        ["MAML, Adam"] = new(Maml.Create(Model, Losses.MeanSquaredError, 0.01), Points, new Adam()),
        ["ANIL, Adam, in double"] = new(
            Anil.Create(Model, Losses.MeanSquaredError, 0.01),
            Points with
            {
                DType = ScalarType.Float64,
            },
            new Adam(0.01)
        ),
        ["Reptile, decaying"] = new(
            Reptile.Create(Model, Losses.MeanSquaredError, minibatch: 2),
            Points,
            new LinearDecay(new Sgd(0.5), 9)
        ),
        ["ProtoNet, Adam"] = new(
            new ProtoNet(new Conv4(side: 4, filters: 4)),
            ComparingLearnerCases.Family with
            {
                DType = ScalarType.Float32,
            },
            new Adam()
        ),
        ["LSTM optimiser, clipped"] = new(
            LstmOptimiser.Create(Model, Losses.MeanSquaredError, steps: 3, hidden: 4),
            Points,
            new Clipped(new Adam(0.01), 0.5)
        ),
        ["learned optimiser, truncated"] = new(
            LearnedOptimiser.Create(Model, Losses.MeanSquaredError, steps: 5, unroll: 2, hidden: 4),
            Points,
            new LinearDecay(new Clipped(new Adam(0.01), 1), 20)
        ),
        ["Meta-LSTM, Adam"] = new(
            new MetaLstm(TestTopics.FewWords.Count) { Hidden = 4, Reader = 6 },
            TestTopics.FewTasks,
            new Adam(0.01)
        ),
        ["MANN, Adam"] = new(
            new Mann(16, 3) { Hidden = 8, Memory = new(6, 4, 1) },
            new ShuffledEpisodes(ComparingLearnerCases.Family with { DType = ScalarType.Float32 }),
            new Adam(0.01)
        ),
        ["Meta-SGD, plain"] = new(MetaSgd.Create(Model, Losses.MeanSquaredError), Points, new Sgd(0.01)),
    };

    // "body.10" stands behind "body.2", which it does not in a file.
    [Theory]
    [MemberData(nameof(Names))]
    public void TheNamesOfACheckpointAreTheLearnersInOrder(string name)
    {
        using var scope = NewDisposeScope();
        var (learner, tasks, optimiser) = Members[name];
        if (learner is AdaptiveLearner { Start: var start } adaptive && start == Start.Learned)
            learner = adaptive with { Model = new Mlp([1, .. Enumerable.Repeat(3, 12), 1]) };
        var meta = learner.Init(1, name.Contains("double") ? ScalarType.Float64 : ScalarType.Float32);
        var options = new TrainingOptions
        {
            MetaBatch = 2,
            Optimiser = optimiser,
            Checkpoint = new(folder["run"]) { EveryIterations = 1 },
        };
        TrainingResult Train(int iterations) =>
            Trainer.Train(learner, tasks, options with { Iterations = iterations }, meta);
        var first = Train(1);
        Assert.Equal(meta.Names, first.Meta.Names);
        var kept = TrainingCheckpoint.Load(folder["run"]);
        Assert.Equal(meta.Names, kept.Meta.Names);
        Assert.Equal(first.Meta.Select(part => part.Doubles()), kept.Meta.Select(part => part.Doubles()));
        Assert.Equal(meta.Names, Train(2).Meta.Names);
    }

    public static TheoryData<string> Names => [.. Members.Keys];

    private readonly TemporaryFolder folder = new();
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose()
    {
        scope.Dispose();
        folder.Dispose();
    }

    private TrainingResult Train(string name, int iterations, bool kept, int cancelAt = int.MaxValue)
    {
        var (learner, tasks, optimiser) = Members[name];
        using var source = new CancellationTokenSource();
        var options = new TrainingOptions
        {
            Iterations = iterations,
            MetaBatch = 3,
            Seed = 4,
            Optimiser = optimiser,
            Checkpoint = kept ? new CheckpointOptions(folder["run"]) { Key = name } : null,
            Progress = progress =>
            {
                if (progress.Iteration == cancelAt)
                    source.Cancel();
            },
        };
        var dtype = tasks is Sinusoids { DType: ScalarType.Float64 }
            ? ScalarType.Float64
            : ScalarType.Float32;
        return Trainer.Train(learner, tasks, options, learner.Init(9, dtype), source.Token);
    }

    private static void Same(TrainingResult expected, TrainingResult actual)
    {
        Assert.Equal(expected.History, actual.History);
        Assert.Equal(expected.Meta.Select(p => p.shape), actual.Meta.Select(p => p.shape));
        Assert.Equal(expected.Meta.Select(p => p.dtype), actual.Meta.Select(p => p.dtype));
        Assert.Equal(expected.Meta.Select(p => p.Doubles()), actual.Meta.Select(p => p.Doubles()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void StoppedTwiceIsTheSameAsNever(string name)
    {
        var whole = Train(name, 9, kept: false);
        foreach (var stop in (int[])[3, 4])
        {
            Assert.Equal(stop, Train(name, 9, kept: true, cancelAt: stop).History.Count);
            Assert.Equal(stop, TrainingCheckpoint.Load(folder["run"]).Iteration);
        }
        Same(whole, Train(name, 9, kept: true));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void MoreIterationsThanBeforeGoOn(string name)
    {
        Train(name, 4, kept: true);
        Same(Train(name, 7, kept: false), Train(name, 7, kept: true));
    }

    [Fact]
    public void AFinishedRunGivesItsResultWithoutTraining()
    {
        var whole = Train("MAML, Adam", 5, kept: true);
        var (learner, tasks, optimiser) = Members["MAML, Adam"];
        var options = new TrainingOptions
        {
            Iterations = 5,
            MetaBatch = 3,
            Seed = 4,
            Optimiser = optimiser,
            Checkpoint = new(folder["run"]) { Key = "MAML, Adam" },
            Progress = progress => Assert.Fail($"iteration {progress.Iteration}"),
        };
        Same(whole, Trainer.Train(learner, tasks, options, learner.Init(9)));
    }

    [Fact]
    public void ACheckpointSaysWhereTheRunStands()
    {
        var result = Train("MAML, Adam", 5, kept: true);
        var checkpoint = TrainingCheckpoint.Load(folder["run"]);
        Assert.Equal(5, checkpoint.Iteration);
        Assert.Equal(result.History, checkpoint.History);
        Assert.Equal(result.Meta.Select(p => p.Doubles()), checkpoint.Meta.Select(p => p.Doubles()));
        // Adam's two moments, each of all parameters.
        Assert.Equal(
            [
                [25L],
                [25L],
            ],
            checkpoint.OptimiserState.Select(s => s.shape)
        );
        Assert.Equal(["run"], folder.Names);
    }

    [Fact]
    public void ResumingLeavesOnlyItsResultBehind()
    {
        Train("MAML, Adam", 3, kept: true);
        using var own = NewDisposeScope();
        var start = Members["MAML, Adam"].Learner.Init(9).Count;
        var result = Train("MAML, Adam", 6, kept: true);
        Assert.Equal(start + start + result.Meta.Count, own.DisposablesCount);
    }
}
