namespace MetaNotebooks.Tests;

[Trait("Speed", "slow")]
public class TransferTests : ILearnerCases
{
    private static readonly IModel Model = new Mlp(1, 8, 1) { Activation = Activation.Tanh };
    private static readonly Sinusoids Family = new()
    {
        Shots = 5,
        Queries = 6,
        DType = ScalarType.Float64,
    };

    public IEnumerable<LearnerCase> Cases =>
        [new(Transfer.Create(Model, Losses.MeanSquaredError, 0.02), Family)];

    [Theory]
    [InlineData(null)]
    [InlineData("head")]
    public void PretrainingIsJointTrainingsAndFineTuningIsGradientDescent(string? head)
    {
        using var scope = NewDisposeScope();
        var transfer = Transfer.Create(Model, Losses.MeanSquaredError, 0.02, head);
        var joint = JointTraining.Create(Model, Losses.MeanSquaredError, 0.02);
        var tasks = Family.Sample(1, 3);
        var meta = transfer.Init(2, ScalarType.Float64).Leaves();
        Assert.Equal(
            joint.MetaGradient(meta, tasks).Gradients.Select(g => g.Doubles()),
            transfer.MetaGradient(meta, tasks).Gradients.Select(g => g.Doubles())
        );
        var tuned = transfer.Adapt(meta, tasks.SupportX, tasks.SupportY, 7).Final;
        var all = joint.Adapt(meta, tasks.SupportX, tasks.SupportY, 7).Final;
        Assert.Equal(head is null, tuned[0].Doubles().SequenceEqual(all[0].Doubles()));
        Assert.Equal(head is not null, tuned[0][0].Doubles().SequenceEqual(meta[0].Doubles()));
    }

    [Fact]
    public void RelatedTasksAreLearnedFasterFromPretrainingThanFromScratch()
    {
        using var scope = NewDisposeScope();
        // All tasks near one function: what transfer needs, and the sinusoids of all phases do not have.
        var near = new Sinusoids
        {
            Shots = 20,
            Amplitude = (1, 5),
            Phase = (0, 1),
        };
        var learner = Transfer.Create(new Mlp(1, 40, 40, 1), Losses.MeanSquaredError, 0.01);
        var trained = Trainer.Train(learner, near, new() { Iterations = 1500, Seed = 1 });
        IReadOnlyList<Interval> After(Parameters meta) =>
            Evaluator
                .Evaluate(learner, meta, near, Losses.MeanSquaredError, 2, count: 200, steps: 50)
                .PerStep;
        var (pretrained, scratch) = (After(trained.Meta), After(learner.Init(3)));
        Assert.True(pretrained[50].Mean < 0.7 * pretrained[0].Mean, $"{pretrained[0]} to {pretrained[50]}");
        Assert.True(
            pretrained[50].High < scratch[50].Low / 3,
            $"{pretrained[50]}, from scratch {scratch[50]}"
        );
    }
}
