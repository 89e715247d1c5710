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
        Parameters? start = null
    ) => Trainer.Train(learner, tasks, options with { Checkpoint = new(folder["run"]) }, start);

    private void Refused(
        string field,
        string saved,
        string given,
        ILearner? learner = null,
        ITaskSampler? tasks = null,
        TrainingOptions? options = null,
        Parameters? start = null
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
        Train(Learner, Family, Options, one.Map(part => part.clone()));
        var error = Assert.Throws<CheckpointMismatchException>(() => Train(Learner, Family, Options, other));
        Assert.StartsWith("start", error.Field);
        Assert.StartsWith("[Float32 [1, 4], xxh128 ", error.Saved);
        Assert.NotEqual(error.Saved, error.Given);
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
        Assert.StartsWith("Float32 [12, 1], xxh128 ", error.Given);
    }

    [Fact]
    public void OfOneNumberInThreeMillion()
    {
        const int Count = 3_000_000;
        var features = rand(Count / 100, 100);
        var tasks = new NWayKShot(new(features, ["a", "b"], [Count / 200, Count / 200])) { Way = 2 };
        var learner = new ProtoNet(new Linear(100, 2));
        var none = Options with { Iterations = 0 };
        Train(learner, tasks, none);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Train(learner, tasks, none);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 500_000);
        features[Count / 100 - 1, 99] = 2;
        var error = Assert.Throws<CheckpointMismatchException>(() => Train(learner, tasks, none));
        Assert.Equal("tasks.Set.Features", error.Field);
    }

    [Fact]
    public void TheSameNumbersInAnotherPlaceAreTheSame()
    {
        Parameters Turned(Parameters start) =>
            start.Map(part => part.transpose(0, 1).contiguous().transpose(0, 1));
        var learner = Learner with { Model = new Mlp(1, 4, 3, 1) };
        var start = learner.Init(1);
        Assert.False(Turned(start)[2].is_contiguous());
        Train(learner, Family, Options, start);
        Train(learner, Family, Options, Turned(start));
    }

    // A text of two words is not two texts, however lists are written.
    [Fact]
    public void OfTextsThatReadAlike()
    {
        TopicTasks Of(params string[] descriptions) => new([new("a", descriptions, ["b"])], new(["c"]));
        var none = Options with { Iterations = 0 };
        Train(Learner, Of("x", "y"), none);
        foreach (
            var other in (string[][])
                [
                    ["x, y"],
                    ["x\", \"y"],
                    ["x\ny"],
                    ["y", "x"],
                ]
        )
            Assert.Equal(
                "tasks.Topics[0].Descriptions",
                Assert.Throws<CheckpointMismatchException>(() => Train(Learner, Of(other), none)).Field
            );
    }

    [Fact]
    public void TheConfigurationIsReadable()
    {
        Train(Learner, Family, Options);
        var fields = TrainingCheckpoint.Load(folder["run"]).Configuration;
        void Says(string field, string text) => Assert.Equal(text, fields[field]);
        Says("learner", "AdaptiveLearner");
        Says("learner.Model.Sizes", "[1, 4, 1]");
        Says("learner.Model.Activation", "Relu");
        Says("learner.Loss", "Losses.MeanSquaredError");
        Says("learner.Rule.Rate", "0.01");
        Says("learner.Start", "LearnedStart");
        Says(
            "shapes",
            """["body.0.weight Float32 [1, 4]", "body.0.bias Float32 [1, 4]", "head.weight Float32 [4, 1]", "head.bias Float32 [1, 1]"]"""
        );
        Says("tasks.Phase", "[0, 3.141592653589793]");
        Says("optimiser.Optimiser.Epsilon", "1E-08");
        Says("seed", $"{Options.Seed.Value}");
        Says("start", "drawn from the seed");
    }
}
