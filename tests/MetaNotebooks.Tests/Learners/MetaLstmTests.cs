namespace MetaNotebooks.Tests;

[Trait("Speed", "slow")]
public class MetaLstmTests : ILearnerCases
{
    private static readonly MetaLstm Small = new(TestTopics.FewWords.Count)
    {
        Embedding = 2,
        Reader = 3,
        Hidden = 2,
    };

    public IEnumerable<LearnerCase> Cases => [new(Small, TestTopics.FewTasks)];

    [Theory]
    [InlineData(2, 2)]
    [InlineData(16, 8)]
    [InlineData(5, 11)]
    public void AGeneratedCellIsFourTimesHiddenTimesInputsAndHiddenPlusEightHiddenNumbers(int i, int h)
    {
        using var scope = NewDisposeScope();
        var learner = Small with { Embedding = i, Hidden = h };
        var cells = learner.Generate(learner.Init(1), TestTopics.FewTasks.Sample(1, 2).Descriptions!);
        Assert.All(cells, part => Assert.Equal([2, 3], part.shape[..2]));
        Assert.Equal(4 * h * (i + h) + 8 * h, cells.Sum(part => part.numel()) / 6);
    }

    [Fact]
    public void EachGeneratedLstmIsPyTorchsWithThoseWeights()
    {
        using var scope = NewDisposeScope();
        var meta = Small.Init(1, ScalarType.Float64);
        var tasks = TestTopics.FewTasks.Sample(2, 2);
        var cells = Small.Generate(meta, tasks.Descriptions!);
        var scores = Small.Classifier(meta, 3).Forward(cells, tasks.QueryX);
        var (table, score) = (meta[0].Doubles(), meta[^1].Doubles());
        for (var t = 0; t < 2; t++)
        for (var n = 0; n < 6; n++)
        for (var c = 0; c < 3; c++)
        {
            var last = PlainReader.Last(
                Small.Cell,
                [.. cells.Select(part => part[t][c].Doubles())],
                table,
                tasks.QueryX[t][n]
            );
            Assert.Equal(last[0] * score[0] + last[1] * score[1], scores[t][n][c].ToDouble(), 1e-13);
        }
    }

    [Fact]
    public void GradientReachesTheReaderOfDescriptionsAndEqualsFiniteDifferences()
    {
        using var scope = NewDisposeScope();
        var meta = Small.Init(3, ScalarType.Float64).Leaves();
        var tasks = TestTopics.FewTasks.Sample(4, 2);
        var step = Small.MetaGradient(meta, tasks);
        var differences = Numbers.CentralDifferences(
            at => Small.MetaGradient(at.Leaves(), tasks).Losses.mean().ToDouble(),
            meta,
            // Some of the slopes are so small that rounding shows along shorter ways.
            h: 1e-4
        );
        Assert.All(
            step.Gradients.Zip(differences),
            p => Assert.True(Numbers.RelativeError(p.First, p.Second) < 1e-6)
        );
        // The reader's own four are among them.
        Assert.All(
            step.Gradients.Skip(1).Take(4),
            g => Assert.Contains(g.Doubles(), v => Math.Abs(v) > 1e-6)
        );
    }

    [Fact]
    public void StepZeroIsTheGeneratedLstmAndLaterStepsLowerTheSupportLoss()
    {
        using var scope = NewDisposeScope();
        var meta = Small.Init(1, ScalarType.Float64);
        var tasks = TestTopics.FewTasks.Sample(2, 3);
        var adaptation = Small.AdaptTo(meta, tasks, 5);
        var generated = Small
            .Classifier(meta, 3)
            .Forward(Small.Generate(meta, tasks.Descriptions!), tasks.QueryX);
        Assert.Equal(generated.Doubles(), adaptation.Predict(0, tasks.QueryX).Doubles());
        double Loss(int step) =>
            Losses
                .CrossEntropy.Of(adaptation.Predict(step, tasks.SupportX), tasks.SupportY)
                .mean()
                .ToDouble();
        Assert.True(Loss(5) < Loss(0));
    }

    [Fact]
    public void TasksWithoutDescriptionsAreNamed()
    {
        using var scope = NewDisposeScope();
        var (learner, meta) = ((ILearner)Small, Small.Init(1));
        var told = TestTopics.FewTasks.Sample(1, 2);
        var silent = new TaskBatch(told.SupportX, told.SupportY, told.QueryX, told.QueryY);
        string Error(Action act) => Assert.Throws<ArgumentException>(act).Message;
        Assert.Contains("tasks.Descriptions is null", Error(() => learner.AdaptTo(meta, silent, 1)));
        Assert.Contains(
            "A support set has no descriptions",
            Error(() => learner.Adapt(meta, told.SupportX, told.SupportY, 1))
        );
    }
}
