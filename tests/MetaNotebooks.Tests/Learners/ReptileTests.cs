namespace MetaNotebooks.Tests;

[Trait("Speed", "slow")]
public class ReptileTests : ILearnerCases
{
    private static readonly IModel Model = new Mlp(1, 8, 6, 1) { Activation = Activation.Tanh };
    private static readonly Sinusoids Family = new()
    {
        Shots = 6,
        Queries = 4,
        DType = ScalarType.Float64,
    };

    public IEnumerable<LearnerCase> Cases =>
        [new(Reptile.Create(Model, Losses.MeanSquaredError, steps: 4, minibatch: 2), Family)];

    [Fact]
    public void AnOuterStepMovesToTheMeanOfTheAdaptedParameters()
    {
        using var scope = NewDisposeScope();
        var learner = Reptile.Create(Model, Losses.MeanSquaredError, 0.05, steps: 3, minibatch: null);
        var start = learner.Init(1, ScalarType.Float64);
        const double rate = 0.3;
        var options = new TrainingOptions
        {
            Iterations = 1,
            MetaBatch = 5,
            Optimiser = new Sgd(rate),
            Seed = 2,
        };
        var trained = Trainer.Train(learner, Family, options, start);
        var tasks = Family.Sample(new Seed(2).Split("tasks").At(1), 5);
        for (var i = 0; i < start.Count; i++)
        {
            var ends = Enumerable
                .Range(0, 5)
                .Select(t =>
                    GradientDescent
                        .Run(
                            Model,
                            Losses.MeanSquaredError,
                            start,
                            tasks.SupportX.narrow(0, t, 1),
                            tasks.SupportY.narrow(0, t, 1),
                            0.05,
                            3
                        )
                        .Final[i][0]
                )
                .ToArray();
            var expected = start[i] + rate * (stack(ends).mean([0L]) - start[i]);
            Assert.True(Numbers.RelativeError(trained.Meta[i], expected) < 1e-13);
        }
    }

    // Of a linear model on one input, the gradient of a sum of points is the sum of theirs, to first order in the rate.
    [Fact]
    public void AnEpochOfMinibatchesUsesEveryPointOnce()
    {
        using var scope = NewDisposeScope();
        const double rate = 1e-7;
        var model = new Linear(1, 1);
        var tasks = Family.Sample(3, 4);
        var epoch = Reptile.Create(model, Losses.MeanSquaredError, rate, steps: 3, minibatch: 2);
        var theta = epoch.Init(1, ScalarType.Float64).Leaves();
        var whole = Reptile.Create(model, Losses.MeanSquaredError, rate, steps: 3, minibatch: null);
        var (a, b) = (epoch.MetaGradient(theta, tasks).Gradients, whole.MetaGradient(theta, tasks).Gradients);
        Assert.All(a.Zip(b), p => Assert.True(Numbers.RelativeError(p.First, p.Second) < 1e-5));
        var first = Reptile.Create(model, Losses.MeanSquaredError, rate, steps: 1, minibatch: 2);
        Assert.True(Numbers.RelativeError(3 * first.MetaGradient(theta, tasks).Gradients[0], a[0]) > 1e-2);
    }

    // Every iteration and every task another order, and the same ones in another run.
    [Fact]
    public void MinibatchesDifferByIterationAndByTask()
    {
        using var scope = NewDisposeScope();
        // Of 8 points of 2 classes, sorted: first the order that they are in, which says what they are.
        var points = arange(8, ScalarType.Float64).view(1, 8, 1).repeat(6, 1, 1);
        var tasks = new FixedTasks(new(points, points, points, points));
        List<double[]> Seen(Seed seed)
        {
            var seen = new List<double[]>();
            Tensor Loss(Tensor prediction, Tensor target)
            {
                if (target.shape[1] == 4)
                    seen.Add(target.Doubles());
                return Losses.MeanSquaredError.Of(prediction, target);
            }
            var learner = Reptile.Create(new Linear(1, 1), new(Loss), 1e-3, steps: 2, minibatch: 4);
            var options = new TrainingOptions
            {
                Iterations = 30,
                MetaBatch = 6,
                Seed = seed,
            };
            Trainer.Train(learner, tasks, options, learner.Init(1, ScalarType.Float64));
            return seen;
        }
        var all = Seen(1);
        Assert.Equal(all, Seen(1));
        Assert.NotEqual(all, Seen(2));
        // An epoch of two steps: each of 30 · 6 halves is one of 70, in some order.
        var halves = all.Where((_, step) => step % 2 == 0).SelectMany(step => step.Chunk(4)).ToArray();
        var mixes = halves.Select(half => string.Join(' ', half.Order())).Distinct().Count();
        Assert.InRange(mixes, 50, 70);
        var ofFirst = halves.Select(half => half.Count(point => point < 4)).ToArray();
        Assert.All(Enumerable.Range(0, 5), count => Assert.Contains(count, ofFirst));
        // Whole epochs: no point twice.
        for (var step = 0; step < all.Count; step += 2)
        for (var t = 0; t < 6; t++)
            Assert.Equal(
                Enumerable.Range(0, 8).Select(i => (double)i),
                all[step].Chunk(4).ElementAt(t).Concat(all[step + 1].Chunk(4).ElementAt(t)).Order()
            );
    }

    [Fact]
    public void NeitherQueriesNorDerivativesReachTheUpdate()
    {
        using var scope = NewDisposeScope();
        var learner = Reptile.Create(Model, Losses.MeanSquaredError, minibatch: 2);
        var tasks = Family.Sample(4, 3);
        var meta = learner.Init(5, ScalarType.Float64).Leaves();
        var elsewhere = tasks.With(tasks.SupportX, tasks.SupportY, tasks.QueryX + 1, tasks.QueryY * 3);
        var (a, b) = (learner.MetaGradient(meta, tasks), learner.MetaGradient(meta, elsewhere));
        Assert.Equal(a.Gradients.Select(g => g.Doubles()), b.Gradients.Select(g => g.Doubles()));
        Assert.NotEqual(a.Losses.Doubles(), b.Losses.Doubles());
        Assert.All(a.Gradients, g => Assert.False(g.requires_grad));
    }

    [Fact]
    public void ItsOwnSinusoidProtocolLearns()
    {
        using var scope = NewDisposeScope();
        var learner = Reptile.Create(
            new Mlp(1, 64, 64, 1) { Activation = Activation.Tanh },
            Losses.MeanSquaredError
        );
        var options = new TrainingOptions
        {
            Iterations = 2500,
            MetaBatch = 1,
            Optimiser = new LinearDecay(new Sgd(0.1), 2500),
            Seed = 1,
        };
        var trained = Trainer.Train(learner, Sinusoids.Reptile, options);
        var judge = Sinusoids.Reptile with { Shots = 10, Queries = 50 };
        Interval After(Parameters meta) =>
            Evaluator.Evaluate(learner, meta, judge, Losses.MeanSquaredError, 2, steps: 32).PerStep[32];
        var (learned, scratch) = (After(trained.Meta), After(learner.Init(3)));
        Assert.True(learned.High < scratch.Low, $"{learned}, from scratch {scratch}");
    }

    [Fact]
    public void BadSettingsAreNamed()
    {
        using var scope = NewDisposeScope();
        var tasks = Family.Sample(1, 2);
        string Error(AdaptiveLearner learner) =>
            Assert
                .ThrowsAny<ArgumentException>(() =>
                    learner.MetaGradient(learner.Init(1, ScalarType.Float64).Leaves(), tasks)
                )
                .Message;
        var learner = Reptile.Create(Model, Losses.MeanSquaredError);
        Assert.Contains("shots is 6; expected at least 10", Error(learner));
        Assert.Contains(
            "Reptile learns its rule; ParameterDifference improves a whole start and nothing else",
            Error(learner with { LearnsRule = true })
        );
        Assert.Contains(
            "Minibatch is 0; expected at least 1",
            Error(learner with { Outer = new ParameterDifference(0) })
        );
    }
}
