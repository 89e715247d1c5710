namespace MetaNotebooks.Tests;

/// <summary>Numbers that are not finite stop a training, and its last good checkpoint is kept.</summary>
public sealed class DivergenceTests : IDisposable
{
    /// <summary>Learns nothing of use; at one iteration a loss or a gradient is what it is told to be.</summary>
    private sealed record Planted(int At, double Loss, double Gradient) : ILearner
    {
        private readonly int[] calls = [0];

        public string Name => "planted";

        public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32) =>
            Parameters.Of(("first", zeros([2], dtype)), ("second", zeros([3, 1], dtype)));

        public MetaGradient MetaGradient(Parameters meta, TaskBatch tasks)
        {
            var now = ++calls[0] == At;
            var gradient = new[] { 1f, now ? (float)Gradient : 1f, 1f };
            return new(
                tensor([1f, now ? (float)Loss : 1f]),
                Parameters.Of(("first", ones(2)), ("second", tensor(gradient, [3, 1])))
            );
        }

        public IAdaptation Adapt(Parameters meta, Tensor x, Tensor y, int steps) =>
            throw new NotSupportedException();
    }

    private readonly TemporaryFolder folder = new();
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose()
    {
        scope.Dispose();
        folder.Dispose();
    }

    private DivergenceException Diverges(ILearner learner, bool kept, IOptimiser? optimiser = null) =>
        Assert.Throws<DivergenceException>(() =>
            Trainer.Train(
                learner,
                new Sinusoids(),
                new()
                {
                    Iterations = 20,
                    MetaBatch = 2,
                    Optimiser = optimiser ?? new Adam(),
                    Checkpoint = kept ? new(folder["run"]) { EveryIterations = 3, Key = "planted" } : null,
                }
            )
        );

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void ALossStops(double loss)
    {
        var error = Diverges(new Planted(8, loss, 1), kept: false);
        Assert.Equal((8, "the outer loss"), (error.Iteration, error.What));
        Assert.StartsWith($"planted: the outer loss of iteration 8 is {loss}; expected", error.Message);
        Assert.Contains("Lower the inner or the outer learning rate", error.Message);
        Assert.DoesNotContain("checkpoint", error.Message);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void AGradientStopsAndItsTensorIsNamed(double gradient)
    {
        var error = Diverges(new Planted(8, 1, gradient), kept: true);
        Assert.StartsWith(
            $"planted: the gradient of meta['second'], shape [3, 1], of iteration 8 is {gradient}; expected",
            error.Message
        );
        Assert.Contains($"The checkpoint of iteration 6 is kept in {folder["run"]}", error.Message);
        var checkpoint = TrainingCheckpoint.Load(folder["run"]);
        Assert.Equal(6, checkpoint.Iteration);
        Assert.All(checkpoint.Meta, part => Assert.All(part.Doubles(), n => Assert.True(double.IsFinite(n))));
    }

    [Fact]
    public void ParametersThatOverflowDoNotTakeAGoodCheckpointsPlace()
    {
        // The fourth step of 1e38 goes beyond the largest float.
        var error = Diverges(new Planted(0, 1, 1), kept: true, new Sgd(1e38));
        Assert.Contains("meta['first'], shape [2], of iteration 6 is -", error.Message);
        Assert.Equal(3, TrainingCheckpoint.Load(folder["run"]).Iteration);
    }

    [Fact]
    public void LargeGradientsWhoseSumOverflowsAreFinite()
    {
        var options = new TrainingOptions
        {
            Iterations = 9,
            MetaBatch = 2,
            Optimiser = new Sgd(1e-30),
        };
        // The largest float is 3.4e38.
        Assert.Equal(9, Trainer.Train(new Scaled(3e38f), new Sinusoids(), options).History.Count);
    }

    private sealed record Scaled(float By) : ILearner
    {
        public string Name => "scaled";

        public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32) =>
            Parameters.Of(("all", zeros([2], dtype)));

        public MetaGradient MetaGradient(Parameters meta, TaskBatch tasks) =>
            new(ones(2), Parameters.Of(("all", full([2], By))));

        public IAdaptation Adapt(Parameters meta, Tensor x, Tensor y, int steps) =>
            throw new NotSupportedException();
    }

    [Fact]
    public void AnotherTrainingCanStartFromWhatIsKept()
    {
        var learner = Maml.Create(new Mlp(1, 8, 1), Losses.MeanSquaredError, 0.01);
        var wild = new Sgd(1e4);
        var error = Diverges(learner, kept: true, wild);
        var kept = TrainingCheckpoint.Load(folder["run"]);
        Assert.InRange(kept.Iteration, 0, error.Iteration - 1);
        var calm = new TrainingOptions { Iterations = 5, Checkpoint = new(folder["calm"]) };
        Assert.Equal(5, Trainer.Train(learner, new Sinusoids(), calm, kept.Meta).History.Count);
    }

    /// <summary>Gives its gradients in another order than its parameters, or of another shape.</summary>
    private sealed record Careless(bool Turned) : ILearner
    {
        public string Name => "careless";

        public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32) =>
            Parameters.Of(("a", zeros(2)), ("b", zeros(2)));

        public MetaGradient MetaGradient(Parameters meta, TaskBatch tasks) =>
            new(
                ones(2),
                Turned
                    ? Parameters.Of(("b", ones(2)), ("a", ones(2)))
                    : Parameters.Of(("a", ones(3)), ("b", ones(1)))
            );

        public IAdaptation Adapt(Parameters meta, Tensor x, Tensor y, int steps) =>
            throw new NotSupportedException();
    }

    [Theory]
    [InlineData(true, "the gradient of careless is b [2], a [2]; expected a [2], b [2]")]
    [InlineData(false, "the gradient of careless['a'] has shape [3]; expected [2]")]
    public void GradientsOfOtherParametersAreNamed(bool turned, string words)
    {
        var options = new TrainingOptions { Iterations = 1, MetaBatch = 2 };
        var error = Assert.Throws<ArgumentException>(() =>
            Trainer.Train(new Careless(turned), new Sinusoids(), options)
        );
        Assert.Contains(words, error.Message);
    }
}
