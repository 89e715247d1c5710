namespace MetaNotebooks.Tests;

/// <summary>
/// How many tasks a learner is judged on at once, and how often what does not change is computed.
/// </summary>
public sealed class EvaluationPartsTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    private static int AtOnce(ILearner learner, TaskBatch tasks, int steps = 10) =>
        TasksAtOnce.Of(learner, learner.Init(1), tasks, steps);

    // Stretched, so that they take no memory.
    private static TaskBatch Images(int points, int side, int way) =>
        new(
            zeros(1, 1, 1, 1).expand(600, points, side, side),
            zeros(1, 1).to(ScalarType.Int64).expand(600, points),
            zeros(1, 1, 1, 1).expand(600, way * 15, side, side),
            zeros(1, 1).to(ScalarType.Int64).expand(600, way * 15)
        );

    [Fact]
    public void SmallTasksAreJudgedTogether()
    {
        Assert.Equal(
            600,
            AtOnce(
                Maml.Create(new Mlp(1, 10, 10, 1), Losses.MeanSquaredError, 0.01),
                new Sinusoids().Sample(1, 600)
            )
        );
        Assert.Equal(600, AtOnce(new NearestNeighbour(), Images(5, 8, 5)));
    }

    // What the first block alone makes of a task's images, 14 × 14 × 64 numbers each, and the parameters of
    // each step.
    [Theory]
    [InlineData(1, 5)]
    [InlineData(5, 5)]
    [InlineData(5, 20)]
    public void TasksOfImagesAreJudgedInParts(int shots, int way)
    {
        var body = new Conv4();
        var tasks = Images(way * shots, 28, way);
        foreach (
            var (learner, steps) in ((ILearner, long)[])
                [
                    (Maml.Create(new Chain(body, new Linear(256, way)), Losses.CrossEntropy, 0.1), 11),
                    (new ProtoNet(body), 1),
                    (new MatchingNets(body), 1),
                ]
        )
        {
            var atOnce = AtOnce(learner, tasks);
            var parameters = body.Shapes.Sum(shape => shape.Aggregate(1L, (n, d) => n * d));
            var least = 4L * (way * (shots + 15) * 14 * 14 * 64 + (steps > 1 ? steps * parameters : 0));
            Assert.InRange(atOnce, 1, (int)Math.Max(1, TasksAtOnce.Most / least));
            // Nor is it a sixteenth of what would do.
            Assert.True(atOnce * least * 16 > TasksAtOnce.Most, $"{learner.Name}: {atOnce}");
        }
    }

    [Fact]
    public void OneTaskIsJudgedHoweverLarge() =>
        Assert.Equal(1, AtOnce(new ProtoNet(new Conv4(1000)), Images(5, 1000, 5)));

    [Theory]
    [InlineData(null, 1)]
    [InlineData(10, 3)]
    public void WhatDoesNotChangeWithTheStepIsEmbeddedOnce(int? atOnce, int times)
    {
        var family = ComparingLearnerCases.Family;
        foreach (
            var of in (Func<IModel, ILearner>[])
                [model => new ProtoNet(model), model => new MatchingNets(model)]
        )
        {
            var model = new Counted(new Chain(new Conv4(4, 4)));
            var learner = of(model);
            var meta = learner.Init(1, ScalarType.Float64);
            var result = Evaluator.Evaluate(learner, meta, family, Losses.Accuracy, 3, 30, 10, atOnce);
            Assert.Equal(times, model.Calls);
            Assert.All(result.Values.Skip(2), step => Assert.Equal(result.Values[1], step));
            Assert.NotEqual(result.Values[0], result.Values[1]);
        }
    }

    [Fact]
    public void AMetricThatIsNotOneNumberATaskIsNamed()
    {
        var learner = Maml.Create(new Linear(1, 1), Losses.MeanSquaredError, 0.01);
        var error = Assert.Throws<ArgumentException>(() =>
            Evaluator.Evaluate(
                learner,
                learner.Init(1),
                new Sinusoids(),
                new((prediction, target) => (prediction - target).square().mean()),
                1,
                4
            )
        );
        Assert.Contains("MAML on query sets has shape []; expected one number a task, [4]", error.Message);
    }

    private sealed class Counted(IModel model) : IModel
    {
        public int Calls { get; private set; }

        public ParameterShapes Shapes => model.Shapes;

        public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32) => model.Init(seed, dtype);

        public Tensor Forward(Parameters theta, Tensor x)
        {
            Calls++;
            return model.Forward(theta, x);
        }
    }
}
