namespace MetaNotebooks.Tests;

public class TrainerTests
{
    private static readonly AdaptiveLearner Learner = Maml.Create(
        new Mlp(1, 16, 1),
        Losses.MeanSquaredError,
        0.01
    );
    private static readonly Sinusoids Family = new() { Shots = 5, Queries = 5 };

    private static IEnumerable<double[]> Bits(TrainingResult result) => result.Meta.Select(p => p.Doubles());

    [Fact]
    public void TheSameSeedGivesTheSameBitsWhateverTheNumberOfThreads()
    {
        using var scope = NewDisposeScope();
        var threads = get_num_threads();
        TrainingResult Run(int number)
        {
            set_num_threads(number);
            return Trainer.Train(Learner, Family, new() { Iterations = 30, Seed = 5 });
        }
        var (one, two) = (Run(1), Run(2));
        set_num_threads(threads);
        Assert.Equal(one.History, two.History);
        Assert.Equal(Bits(one), Bits(two));
        var other = Trainer.Train(Learner, Family, new() { Iterations = 30, Seed = 6 });
        Assert.NotEqual(one.History, other.History);
    }

    [Fact]
    public void WithPlainGradientDescentAnIterationIsOneUpdateByTheMetaGradient()
    {
        using var scope = NewDisposeScope();
        var start = Learner.Init(1, ScalarType.Float64);
        var family = Family with { DType = ScalarType.Float64 };
        var options = new TrainingOptions
        {
            Iterations = 1,
            MetaBatch = 4,
            Optimiser = new Sgd(0.1),
            Seed = 2,
        };
        var trained = Trainer.Train(Learner, family, options, start);
        var tasks = family.Sample(new Seed(2).Split("tasks").At(1), 4);
        var gradient = Learner.MetaGradient(start.Leaves(), tasks);
        Assert.Equal(gradient.Losses.mean().ToDouble(), Assert.Single(trained.History), 1e-14);
        for (var i = 0; i < start.Count; i++)
            Assert.True(
                Numbers.RelativeError(trained.Meta[i], start[i] - 0.1 * gradient.Gradients[i]) < 1e-14
            );
    }

    [Fact]
    public void CancellationEndsBetweenIterationsAndKeepsWhatWasLearned()
    {
        using var scope = NewDisposeScope();
        using var source = new CancellationTokenSource();
        var seen = new List<TrainingProgress>();
        void Progress(TrainingProgress progress)
        {
            seen.Add(progress);
            if (progress.Iteration == 7)
                source.Cancel();
        }
        var options = new TrainingOptions
        {
            Iterations = 100,
            Seed = 3,
            Progress = Progress,
        };
        var cancelled = Trainer.Train(Learner, Family, options, cancellation: source.Token);
        var whole = Trainer.Train(Learner, Family, new() { Iterations = 7, Seed = 3 });
        Assert.Equal(Enumerable.Range(1, 7), seen.Select(p => p.Iteration));
        Assert.Equal(whole.History, seen.Select(p => p.Loss));
        Assert.Equal(Bits(whole), Bits(cancelled));
    }

    [Fact]
    public void DivergenceIsAnErrorThatNamesTheLearnerAndTheIteration()
    {
        using var scope = NewDisposeScope();
        var options = new TrainingOptions { Iterations = 100, Optimiser = new Sgd(1e6) };
        var error = Assert.Throws<DivergenceException>(() => Trainer.Train(Learner, Family, options));
        Assert.InRange(error.Iteration, 2, 20);
        Assert.Contains($"MAML: the outer loss of iteration {error.Iteration} is", error.Message);
    }

    [Fact]
    public void TrainingLeavesOnlyItsResultBehind()
    {
        using var scope = NewDisposeScope();
        var result = Trainer.Train(Learner, Family, new() { Iterations = 3 });
        Assert.Equal(result.Meta.Count, scope.DisposablesCount);
    }

    [Fact]
    public void BadOptionsAreNamed()
    {
        string Error(TrainingOptions options) =>
            Assert.ThrowsAny<ArgumentException>(() => Trainer.Train(Learner, Family, options)).Message;
        Assert.Contains("Iterations is -1; expected at least 0", Error(new() { Iterations = -1 }));
        Assert.Contains("MetaBatch is 0; expected at least 1", Error(new() { MetaBatch = 0 }));
    }
}
