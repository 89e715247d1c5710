namespace MetaNotebooks.Tests;

/// <summary>A checkpoint of a run with other settings is refused, and the setting named.</summary>
public sealed class CheckpointMismatchTests : IDisposable
{
    private static readonly AdaptiveLearner Learner = Maml.Create(
        new Mlp(1, 4, 1),
        Losses.MeanSquaredError,
        0.01
    );
    private static readonly Sinusoids Family = new() { Shots = 3, Queries = 4 };
    private static readonly TrainingOptions Options = new()
    {
        Iterations = 3,
        MetaBatch = 2,
        Optimiser = new LinearDecay(new Adam(), 100),
    };

    private readonly TemporaryFolder folder = new();
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose()
    {
        scope.Dispose();
        folder.Dispose();
    }

    private void Train(
        ILearner learner,
        ITaskSampler tasks,
        TrainingOptions options,
        IReadOnlyList<Tensor>? start = null
    ) => Trainer.Train(learner, tasks, options with { Checkpoint = new(folder["run"]) }, start);

    private void Refused(
        string field,
        string saved,
        string given,
        ILearner? learner = null,
        ITaskSampler? tasks = null,
        TrainingOptions? options = null,
        IReadOnlyList<Tensor>? start = null
    )
    {
        if (!File.Exists(folder["run"]))
            Train(Learner, Family, Options);
        var before = File.ReadAllBytes(folder["run"]);
        var error = Assert.Throws<CheckpointMismatchException>(() =>
            Train(learner ?? Learner, tasks ?? Family, options ?? Options, start)
        );
        Assert.Equal((field, saved, given), (error.Field, error.Saved, error.Given));
        Assert.Contains($"{field} is {saved} in the file and {given} now", error.Message);
        Assert.StartsWith(folder["run"], error.Message);
        Assert.Equal(before, File.ReadAllBytes(folder["run"]));
    }

    [Fact]
    public void OfTheLearner()
    {
        var loss = Losses.MeanSquaredError;
        Refused("learner.Model.Sizes", "[1, 4, 1]", "[1, 5, 1]", Maml.Create(new Mlp(1, 5, 1), loss, 0.01));
        Refused("learner.Rule.Rate", "0.01", "0.02", Maml.Create(new Mlp(1, 4, 1), loss, 0.02));
        Refused("learner.Steps", "1", "2", Maml.Create(new Mlp(1, 4, 1), loss, 0.01, steps: 2));
        Refused(
            "learner.Model.Activation",
            "Relu",
            "Tanh",
            Learner with
            {
                Model = new Mlp(1, 4, 1) { Activation = Activation.Tanh },
            }
        );
        Refused(
            "learner.Outer.Derivatives",
            "Second",
            "First",
            Learner with
            {
                Outer = new ThroughAdaptation(Derivatives.First),
            }
        );
        Refused("learner.Name", "MAML", "mine", Learner.Named("mine"));
        Refused(
            "learner.Loss",
            "Losses.MeanSquaredError",
            "Losses.CrossEntropy",
            Learner with
            {
                Loss = Losses.CrossEntropy,
            }
        );
        Refused("learner", "AdaptiveLearner", "ProtoNet", new ProtoNet(new Mlp(1, 4, 1)));
    }

    [Fact]
    public void OfTheTasks()
    {
        Refused("tasks.Shots", "3", "5", tasks: Family with { Shots = 5 });
        Refused("tasks.Phase", "[0, 3.141592653589793]", "[0, 1.5]", tasks: Family with { Phase = (0, 1.5) });
        Refused("tasks", "Sinusoids", "ShuffledEpisodes", tasks: new ShuffledEpisodes(Family));
    }

    [Fact]
    public void OfTheTraining()
    {
        Refused("meta-batch", "2", "3", options: Options with { MetaBatch = 3 });
        Refused("seed", $"{Options.Seed.Value}", $"{((Seed)1).Value}", options: Options with { Seed = 1 });
        Refused("optimiser", "LinearDecay", "Adam", options: Options with { Optimiser = new Adam() });
        Refused(
            "optimiser.Optimiser.Rate",
            "0.001",
            "0.002",
            options: Options with
            {
                Optimiser = new LinearDecay(new Adam(0.002), 100),
            }
        );
        // Its steps would have been others from the first iteration on.
        Refused(
            "optimiser.Iterations",
            "100",
            "200",
            options: Options with
            {
                Optimiser = new LinearDecay(new Adam(), 200),
            }
        );
        Refused("iterations done", "3", "at most 2", options: Options with { Iterations = 2 });
    }

    [Fact]
    public void OfTheStart()
    {
        var (one, other) = (Learner.Init(1), Learner.Init(2));
        Train(Learner, Family, Options, one);
        Train(Learner, Family, Options, [.. one.Select(part => part.clone())]);
        var error = Assert.Throws<CheckpointMismatchException>(() => Train(Learner, Family, Options, other));
        Assert.StartsWith("start", error.Field);
        Assert.StartsWith("[Float32 [1, 4], sha256 ", error.Saved);
        Assert.NotEqual(error.Saved, error.Given);
    }

    [Fact]
    public void OfWhatAFunctionHasCaptured()
    {
        TaskLoss Scaled(double by) =>
            (prediction, target) => by * Losses.MeanSquaredError(prediction, target);
        Train(Learner with { Loss = Scaled(0.5) }, Family, Options);
        Train(Learner with { Loss = Scaled(0.5) }, Family, Options);
        Refused("learner.Loss.by", "0.5", "0.25", Learner with { Loss = Scaled(0.25) });
    }

    private sealed class Halves(ITaskSampler family, double share) : ITaskSampler
    {
        public TaskBatch Sample(Seed seed, int tasks) => family.Sample(seed, (int)(tasks * share));
    }

    [Fact]
    public void OfAClassOfOnesOwn()
    {
        Train(Learner, new Halves(Family, 0.5), Options);
        Train(Learner, new Halves(Family, 0.5), Options);
        Refused("tasks.share", "0.5", "1", tasks: new Halves(Family, 1));
        Refused("tasks.family.Shots", "3", "2", tasks: new Halves(Family with { Shots = 2 }, 0.5));
    }

    [Fact]
    public void OfTheData()
    {
        LabelledSet Set(double first)
        {
            var features = arange(12, ScalarType.Float32).view(12, 1) + first;
            return new(features, ["a", "b"], [6, 6]);
        }
        var learner = new ProtoNet(new Mlp(1, 4));
        NWayKShot Episodes(double first) => new(Set(first)) { Way = 2, Queries = 2 };
        Train(learner, Episodes(0), Options);
        Train(learner, Episodes(0), Options);
        var error = Assert.Throws<CheckpointMismatchException>(() => Train(learner, Episodes(1), Options));
        Assert.Equal("tasks.Set.Features", error.Field);
        Assert.StartsWith("Float32 [12, 1], sha256 ", error.Given);
    }

    [Fact]
    public void TheConfigurationIsReadable()
    {
        Train(Learner, Family, Options);
        var texts = TrainingCheckpoint.Load(folder["run"]).Configuration.Select(f => $"{f.Key}: {f.Value}");
        Assert.Equal(
            $$"""
            learner: AdaptiveLearner
            learner.Name: MAML
            learner.Model: Mlp
            learner.Model.Sizes: [1, 4, 1]
            learner.Model.Activation: Relu
            learner.Model.Shapes: [[1, 4], [1, 4], [4, 1], [1, 1]]
            learner.Loss: Losses.MeanSquaredError
            learner.Rule: GradientStep
            learner.Rule.Rate: 0.01
            learner.Rule.PerParameter: False
            learner.Steps: 1
            learner.Outer: ThroughAdaptation
            learner.Outer.Derivatives: Second
            learner.LearnsRule: False
            learner.Start: none
            learner.RandomStart: none
            learner's name: MAML
            tasks: Sinusoids
            tasks.Shots: 3
            tasks.Queries: 4
            tasks.Amplitude: [0.1, 5]
            tasks.Phase: [0, 3.141592653589793]
            tasks.X: [-5, 5]
            tasks.Noise: 0
            tasks.DType: Float32
            optimiser: LinearDecay
            optimiser.Optimiser: Adam
            optimiser.Optimiser.Rate: 0.001
            optimiser.Optimiser.Beta1: 0.9
            optimiser.Optimiser.Beta2: 0.999
            optimiser.Optimiser.Epsilon: 1E-08
            optimiser.Iterations: 100
            meta-batch: 2
            seed: {{Options.Seed.Value}}
            shapes: [Float32 [1, 4], Float32 [1, 4], Float32 [4, 1], Float32 [1, 1]]
            start: drawn from the seed
            """,
            string.Join("\n", texts)
        );
    }
}
