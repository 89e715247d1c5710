using SystemsBiology;

namespace MetaNotebooks.Tests;

/// <summary>What the kit cannot compare needs a key, which then stands for it.</summary>
public sealed class RunKeyTests : IDisposable
{
    private static readonly AdaptiveLearner Learner = Maml.Create(
        new Mlp(1, 4, 1),
        Losses.MeanSquaredError,
        0.01
    );

    private readonly TemporaryFolder folder = new();
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose()
    {
        scope.Dispose();
        folder.Dispose();
    }

    private sealed record Huber(double Width)
    {
        public Tensor Loss(Tensor prediction, Tensor target)
        {
            var far = (prediction - target).abs();
            return minimum(far.square() / 2, Width * (far - Width / 2)).mean([1, 2]);
        }
    }

    private sealed record Timed(TimeSpan Span, IReadOnlyDictionary<string, double> Rates) : IOptimiser
    {
        private readonly Sgd inner = new(Rates["all"]);

        public IReadOnlyList<Tensor> Init(Tensor parameters) => inner.Init(parameters);

        public (Tensor Parameters, IReadOnlyList<Tensor> State) Step(
            long iteration,
            Tensor parameters,
            Tensor gradient,
            IReadOnlyList<Tensor> state
        ) => inner.Step(iteration, parameters, gradient, state);
    }

    private sealed class Doubled(IModel inner) : IModel
    {
        public ParameterShapes Shapes => inner.Shapes;

        public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32) => inner.Init(seed, dtype);

        public Tensor Forward(Parameters theta, Tensor x) => 2 * inner.Forward(theta, x);
    }

    private static Tensor Absolute(Tensor prediction, Tensor target) =>
        (prediction - target).abs().mean([1, 2]);

    private TrainingResult Train(
        string? key,
        ILearner? learner = null,
        ITaskSampler? tasks = null,
        IOptimiser? optimiser = null,
        int iterations = 2
    ) =>
        Trainer.Train(
            learner ?? Learner,
            tasks ?? new Sinusoids(),
            new()
            {
                Iterations = iterations,
                MetaBatch = 2,
                Optimiser = optimiser ?? new Adam(),
                Checkpoint = new(folder["run"]) { Key = key },
            }
        );

    private void NeedsAKey(
        string found,
        ILearner? learner = null,
        ITaskSampler? tasks = null,
        IOptimiser? optimiser = null
    )
    {
        var error = Assert.Throws<ArgumentException>(() => Train(null, learner, tasks, optimiser));
        Assert.StartsWith($"{found}, which the kit cannot compare", error.Message);
        Assert.Contains("give CheckpointOptions a Key", error.Message);
        // One sentence, and nothing was done.
        Assert.DoesNotContain(". ", error.Message);
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void FunctionsNeedOne()
    {
        var scale = 0.5;
        foreach (
            var loss in (TaskLoss[])
                [
                    new(new Huber(1).Loss),
                    new(Absolute),
                    new((p, t) => scale * Losses.MeanSquaredError.Of(p, t)),
                    new((p, t) => Losses.MeanSquaredError.Of(p, t)),
                    new(Losses.MeanSquaredError.Of),
                ]
        )
            NeedsAKey("learner.Loss is a function", Learner with { Loss = loss });
    }

    [Fact]
    public void ObjectsOfOtherTypesNeedOne()
    {
        NeedsAKey("tasks is an object of the type Cells", tasks: new Cells(1));
        NeedsAKey(
            "tasks.Family.Inner is an object of the type Cells",
            tasks: new ShuffledEpisodes(new ShiftedImages(new Cells(1)))
        );
        var timed = new Timed(TimeSpan.FromSeconds(1), new Dictionary<string, double> { ["all"] = 0.1 });
        NeedsAKey("optimiser.Optimiser is an object of the type Timed", optimiser: new Clipped(timed, 1));
        NeedsAKey(
            "learner.Model.Models[1] is an object of the type Doubled",
            Learner with
            {
                Model = new Chain(new Linear(1, 2), new Doubled(new Linear(2, 1))),
            }
        );
    }

    [Fact]
    public void AllThatNeedItAreNamed() =>
        NeedsAKey(
            "learner.Loss is a function, tasks is an object of the type Cells and optimiser is an object of "
                + "the type Timed",
            Learner with
            {
                Loss = new(Absolute),
            },
            new Cells(1),
            new Timed(default, new Dictionary<string, double> { ["all"] = 0.1 })
        );

    [Fact]
    public void ARunGoesOnUnderItsKeyAlone()
    {
        var learner = Learner with { Loss = new(new Huber(1).Loss) };
        var whole = Trainer.Train(learner, new Cells(1), new() { Iterations = 4, MetaBatch = 2 });
        Train("width 1", learner, new Cells(1));
        var resumed = Train("width 1", learner, new Cells(1), iterations: 4);
        Assert.Equal(whole.Meta.Select(part => part.Doubles()), resumed.Meta.Select(part => part.Doubles()));
        var error = Assert.Throws<CheckpointMismatchException>(() =>
            Train("width 2", learner, new Cells(1), iterations: 4)
        );
        Assert.Equal(("key", "width 1", "width 2"), (error.Field, error.Saved, error.Given));
        // Without one where all is the kit's own, it is another run too.
        error = Assert.Throws<CheckpointMismatchException>(() => Train(null, iterations: 4));
        Assert.Equal(("key", "width 1", "none"), (error.Field, error.Saved, error.Given));
    }

    [Fact]
    public void WhatCanBeComparedIsComparedUnderAKeyToo()
    {
        var learner = Learner with { Loss = new(Absolute) };
        Train("one", learner, new ShuffledEpisodes(new Cells(1)));
        void Refused(string field, ILearner other, ITaskSampler tasks) =>
            Assert.Equal(
                field,
                Assert.Throws<CheckpointMismatchException>(() => Train("one", other, tasks)).Field
            );
        Refused("learner.Steps", learner with { Steps = 2 }, new ShuffledEpisodes(new Cells(1)));
        Refused("tasks", learner, new Cells(1));
        Refused("tasks.Family", learner, new ShuffledEpisodes(new Sinusoids()));
        Refused("learner.Loss", Learner, new ShuffledEpisodes(new Cells(1)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void AKeyIsNotBlank(string key) =>
        Assert.StartsWith(
            "The checkpoint's Key is blank",
            Assert.Throws<ArgumentException>(() => Train(key)).Message
        );
}
