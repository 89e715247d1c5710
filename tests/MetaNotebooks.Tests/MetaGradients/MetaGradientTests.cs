namespace MetaNotebooks.Tests;

/// <summary>The meta-gradient against finite differences of the outer loss, which know nothing of autograd's outer pass.</summary>
public class MetaGradientTests
{
    private static readonly IModel Curved = new Mlp(1, 6, 5, 1) { Activation = Activation.Tanh };
    private static readonly ITaskSampler Family = new Sinusoids
    {
        Shots = 5,
        Queries = 7,
        DType = ScalarType.Float64,
    };

    private static AdaptiveLearner Learner(Derivatives order, int steps, bool learnsRule = false) =>
        new(
            "test",
            Curved,
            Losses.MeanSquaredError,
            new GradientStep(0.05),
            steps,
            new ThroughAdaptation(order)
        )
        {
            LearnsRule = learnsRule,
        };

    private static double OuterLoss(AdaptiveLearner learner, Parameters meta, TaskBatch tasks)
    {
        using var scope = NewDisposeScope();
        var adapted = learner.Adapt(meta, tasks.SupportX, tasks.SupportY, learner.Steps);
        return learner.Loss.Of(adapted.Predict(learner.Steps, tasks.QueryX), tasks.QueryY).mean().ToDouble();
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(1, true)]
    [InlineData(3, true)]
    public void SecondOrderEqualsFiniteDifferences(int steps, bool learnsRule)
    {
        using var scope = NewDisposeScope();
        var learner = Learner(Derivatives.Second, steps, learnsRule);
        var tasks = Family.Sample(1, 3);
        var meta = learner.Init(2, ScalarType.Float64).Leaves();
        var actual = learner.MetaGradient(meta, tasks);
        var expected = Numbers.CentralDifferences(at => OuterLoss(learner, at, tasks), meta);
        Assert.Equal(OuterLoss(learner, meta, tasks), actual.Losses.mean().ToDouble(), 1e-14);
        Assert.Equal(Curved.Shapes.Count + (learnsRule ? 1 : 0), actual.Gradients.Count);
        Assert.All(
            actual.Gradients.Zip(expected),
            p => Assert.True(Numbers.RelativeError(p.First, p.Second) < 1e-6)
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void FirstOrderIsTheQueryGradientAtTheAdaptedParameters(int steps)
    {
        using var scope = NewDisposeScope();
        var learner = Learner(Derivatives.First, steps);
        var tasks = Family.Sample(3, 4);
        var meta = learner.Init(4, ScalarType.Float64).Leaves();
        var adapted = learner.Adapt(meta, tasks.SupportX, tasks.SupportY, steps).Final;
        // Its own definition: the mean over tasks of the gradient with respect to each task's θ′.
        double At(Parameters theta) =>
            Losses.MeanSquaredError.Of(Curved.Forward(theta, tasks.QueryX), tasks.QueryY).mean().ToDouble();
        var expected = Numbers.CentralDifferences(At, adapted).Select(slope => slope.sum([0L])).ToArray();
        var first = learner.MetaGradient(meta, tasks).Gradients;
        Assert.All(first.Zip(expected), p => Assert.True(Numbers.RelativeError(p.First, p.Second) < 1e-7));

        var second = Learner(Derivatives.Second, steps).MetaGradient(meta, tasks).Gradients;
        Assert.All(first.Zip(second), p => Assert.True(Numbers.RelativeError(p.First, p.Second) > 1e-3));
    }

    [Theory]
    [InlineData(Derivatives.First)]
    [InlineData(Derivatives.Second)]
    public void ABatchIsTheMeanOfItsTasks(Derivatives order)
    {
        using var scope = NewDisposeScope();
        var learner = Learner(order, 2);
        var tasks = Family.Sample(5, 6);
        var meta = learner.Init(6, ScalarType.Float64).Leaves();
        var together = learner.MetaGradient(meta, tasks);
        var alone = Enumerable.Range(0, 6).Select(t => learner.MetaGradient(meta, Only(tasks, t))).ToArray();
        Assert.True(
            Numbers.RelativeError(together.Losses, cat(alone.Select(a => a.Losses).ToArray())) < 1e-12
        );
        for (var p = 0; p < meta.Count; p++)
        {
            var mean = stack(alone.Select(a => a.Gradients[p])).mean([0]);
            Assert.True(Numbers.RelativeError(together.Gradients[p], mean) < 1e-10);
        }
    }

    [Fact]
    public void TheOuterLossIsOnTheQuerySet()
    {
        using var scope = NewDisposeScope();
        var learner = Learner(Derivatives.Second, 0);
        var tasks = Family.Sample(7, 2);
        var meta = learner.Init(8, ScalarType.Float64).Leaves();
        var elsewhere = new TaskBatch(tasks.SupportX + 1, tasks.SupportY * 3, tasks.QueryX, tasks.QueryY);
        var (a, b) = (learner.MetaGradient(meta, tasks), learner.MetaGradient(meta, elsewhere));
        Assert.Equal(a.Gradients.Select(g => g.Doubles()), b.Gradients.Select(g => g.Doubles()));
    }

    [Fact]
    public void JointTrainingIsTheGradientOfTheMeanLossOverAllPoints()
    {
        using var scope = NewDisposeScope();
        var learner = JointTraining.Create(Curved, Losses.MeanSquaredError, 0.01);
        var tasks = Family.Sample(9, 3);
        var meta = learner.Init(10, ScalarType.Float64).Leaves();
        double At(Parameters theta) =>
            (
                (Curved.Forward(theta, tasks.SupportX) - tasks.SupportY).square().sum().ToDouble()
                + (Curved.Forward(theta, tasks.QueryX) - tasks.QueryY).square().sum().ToDouble()
            ) / (3 * (5 + 7));
        var expected = Numbers.CentralDifferences(At, meta);
        var actual = learner.MetaGradient(meta, tasks).Gradients;
        Assert.All(actual.Zip(expected), p => Assert.True(Numbers.RelativeError(p.First, p.Second) < 1e-7));
    }

    private static TaskBatch Only(TaskBatch tasks, int t) =>
        new(
            tasks.SupportX.narrow(0, t, 1),
            tasks.SupportY.narrow(0, t, 1),
            tasks.QueryX.narrow(0, t, 1),
            tasks.QueryY.narrow(0, t, 1)
        );
}
