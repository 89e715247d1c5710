namespace MetaNotebooks.Tests;

/// <summary>Short runs on images; the papers' figures are those of tests/protocols.</summary>
[Trait("Speed", "slow")]
public sealed class FewShotImageTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    private static Interval Accuracy(ILearner learner, Parameters meta, LabelledSet set, int steps = 1) =>
        Evaluator
            .Evaluate(
                learner,
                meta,
                new NWayKShot(set) { Way = 4 },
                Losses.Accuracy,
                7,
                100,
                steps,
                atOnce: 20
            )
            .PerStep[^1];

    [Fact]
    public void ProtoNetRecognisesGlyphsItNeverSaw()
    {
        var parts = new Glyphs { Characters = 80 }
            .Draw(1)
            .Split(1, 60, 20);
        var learner = new ProtoNet(new Conv4(28, 16));
        var train = new NWayKShot(parts[0]) { Way = 10, Queries = 3 };
        var meta = Trainer.Train(learner, train, new() { Iterations = 150, MetaBatch = 2 }).Meta;
        var (learned, pixels) = (
            Accuracy(learner, meta, parts[1]),
            Accuracy(new NearestNeighbour(), Parameters.Empty, parts[1])
        );
        Assert.True(learned.Low > pixels.High + 0.1, $"ProtoNet {learned}, pixels {pixels}");
    }

    [Fact]
    public void MamlThroughConv4RecognisesGlyphsItNeverSaw()
    {
        var parts = new Glyphs { Characters = 80 }
            .Draw(1)
            .Split(1, 60, 20);
        var learner = Maml.Create(new Chain(new Conv4(28, 8), new Linear(32, 4)), Losses.CrossEntropy, 0.4);
        var train = new NWayKShot(parts[0]) { Way = 4, Queries = 4 };
        var options = new TrainingOptions
        {
            Iterations = 100,
            MetaBatch = 4,
            Optimiser = new Adam(5e-3),
        };
        var meta = Trainer.Train(learner, train, options).Meta;
        var (before, after) = (
            Accuracy(learner, learner.Init(0), parts[1], 3),
            Accuracy(learner, meta, parts[1], 3)
        );
        Assert.True(after.Low > before.High + 0.1, $"before {before}, after {after}");
    }

    // Six digits are too few to beat pixels with, which give 0.72; training still carries over to the other four.
    [Fact]
    public void ProtoNetTrainedOnSixDigitsDoesBetterOnTheOtherFour()
    {
        var digits = DigitImages.Read(DataFiles.Path("data/digits.csv"));
        var learner = new ProtoNet(new Conv4(8, 16));
        var train = new NWayKShot(digits.Only(["0", "2", "4", "5", "7", "8"])) { Way = 4, Queries = 5 };
        var meta = Trainer.Train(learner, train, new() { Iterations = 200, MetaBatch = 4 }).Meta;
        var test = digits.Only(["1", "3", "6", "9"]);
        var (before, after) = (Accuracy(learner, learner.Init(0), test), Accuracy(learner, meta, test));
        Assert.True(after.Low > before.High, $"before {before}, after {after}");
    }

    [Fact]
    public void MamlThroughConv4HasTheExactMetaGradient()
    {
        var learner = Maml.Create(new Chain(new Conv4(5, 2), new Linear(2, 2)), Losses.CrossEntropy, 0.4);
        var random = new Random(1);
        Tensor Images(long n) => random.Normal(0, 1, [2, n, 5, 5], ScalarType.Float64);
        var tasks = new TaskBatch(
            Images(2),
            tensor([0L, 1, 0, 1], [2, 2]),
            Images(3),
            tensor([0L, 1, 1, 1, 0, 1], [2, 3])
        );
        var meta = learner.Init(2, ScalarType.Float64).Leaves();
        double Loss(Parameters at) =>
            Losses
                .CrossEntropy.Of(
                    learner.Adapt(at, tasks.SupportX, tasks.SupportY, 1).Predict(1, tasks.QueryX),
                    tasks.QueryY
                )
                .mean()
                .ToDouble();
        var differences = Numbers.CentralDifferences(Loss, meta);
        Assert.All(
            learner.MetaGradient(meta, tasks).Gradients.Zip(differences),
            p => Assert.True(Numbers.RelativeError(p.First, p.Second) < 1e-5)
        );
    }
}
