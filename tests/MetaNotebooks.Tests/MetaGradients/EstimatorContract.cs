namespace MetaNotebooks.Tests;

/// <summary>
/// What every estimator must give with every inner rule that it composes with, rules that remember included.
/// A gradient is that of the outer loss by finite differences, in which what the estimator takes for
/// constants is held still; what is no gradient is a loop, written out.
/// </summary>
public class EstimatorContract
{
    // Unrolls of two, and one that is shorter.
    private const int Steps = 5;

    private static readonly IModel Model = new Mlp(1, 3, 2, 1) { Activation = Activation.Tanh };

    private static readonly Sinusoids Family = new()
    {
        Shots = 6,
        Queries = 4,
        DType = ScalarType.Float64,
    };

    // Whether the rule itself takes the gradients that it reads for constants.
    private static readonly Dictionary<string, (IInnerRule Rule, bool HoldsGradients)> Rules = new()
    {
        ["step"] = (new GradientStep(0.05), false),
        ["step by parameter"] = (new GradientStep(0.05) { PerParameter = true }, false),
        ["regularised step"] = (new RegularisedStep(0.05, 0.01), false),
        ["regularised step by parameter"] = (new RegularisedStep(0.05, 0.01) { PerParameter = true }, false),
        ["head only"] = (new HeadOnly(new GradientStep(0.05)), false),
        ["head only by parameter"] = (new HeadOnly(new GradientStep(0.05) { PerParameter = true }), false),
        ["head only, Adam"] = (new HeadOnly(new AdamStep(0.02)), false),
        ["Adam"] = (new AdamStep(0.02), false),
        ["heavy ball"] = (new HeavyBall(), false),
        ["LSTM"] = (new LstmStep(2), true),
        ["learned"] = (new LearnedStep(2), true),
    };

    private static readonly Dictionary<
        string,
        (IMetaGradientEstimator Outer, bool HoldsGradients)
    > Estimators = new()
    {
        ["second order"] = (new ThroughAdaptation(Derivatives.Second), false),
        ["first order"] = (new ThroughAdaptation(Derivatives.First), true),
        ["recomputed, second order"] = (new Recomputed(Derivatives.Second), false),
        ["recomputed, first order"] = (new Recomputed(Derivatives.First), true),
        ["unrolls of 2"] = (new TruncatedUnrolls(2), true),
        ["unrolls of 20"] = (new TruncatedUnrolls(), true),
    };

    public static TheoryData<string, string> Gradients =>
        [
            .. from rule in Rules.Keys
            from estimator in Estimators.Keys
            select new TheoryDataRow<string, string>(rule, estimator),
        ];

    public static TheoryData<string> AllRules => [.. Rules.Keys];

    [Theory]
    [MemberData(nameof(Gradients))]
    public void TheGradientIsThatOfTheOuterLoss(string ruleName, string estimatorName)
    {
        var (rule, ruleHolds) = Rules[ruleName];
        var (outer, outerHolds) = Estimators[estimatorName];
        var plain = new AdaptiveLearner("", Model, Losses.MeanSquaredError, rule, Steps, outer);
        foreach (
            var learner in (AdaptiveLearner[])
                [
                    plain,
                    plain with
                    {
                        LearnsRule = true,
                    },
                    plain with
                    {
                        LearnsRule = true,
                        Start = Model.Init(7, ScalarType.Float64),
                    },
                    plain with
                    {
                        LearnsRule = true,
                        RandomStart = 8,
                    },
                ]
        )
        {
            using var scope = NewDisposeScope();
            var tasks = Family.Sample(1, 3);
            var meta = Large(learner.Init(2, ScalarType.Float64)).Leaves();
            var actual = learner.MetaGradient(meta, tasks);
            var replayed = new Replayed(rule)
            {
                Holds = ruleHolds || outerHolds,
                Cut = outer is TruncatedUnrolls(var length) ? length : Steps,
            };
            var same = learner with { Rule = replayed };
            double Outer(IReadOnlyList<Tensor> at)
            {
                using var one = NewDisposeScope();
                replayed.Rewind();
                var run = same.AdaptTo(at, tasks, Steps);
                var losses = run.Losses(learner.Loss, tasks.QueryX, tasks.QueryY).mean([1L]).Doubles();
                return outer is TruncatedUnrolls ? losses.Skip(1).Average() : losses[^1];
            }
            Assert.Equal(Outer(meta), actual.Losses.mean().ToDouble(), 1e-12);
            Assert.Equal([tasks.Tasks], actual.Losses.shape);
            Numbers.IsGradient(Outer, meta, actual.Gradients);
        }
    }

    [Theory]
    [MemberData(nameof(AllRules))]
    public void JointTrainingIsTheGradientBeforeAnyStep(string ruleName)
    {
        using var scope = NewDisposeScope();
        var learner = new AdaptiveLearner(
            "",
            Model,
            Losses.MeanSquaredError,
            Rules[ruleName].Rule,
            Steps,
            new Joint()
        );
        var tasks = Family.Sample(1, 3);
        var meta = learner.Init(2, ScalarType.Float64).Leaves();
        double Outer(IReadOnlyList<Tensor> at) =>
            learner
                .Loss(
                    Model.Forward(at, cat([tasks.SupportX, tasks.QueryX], 1)),
                    cat([tasks.SupportY, tasks.QueryY], 1)
                )
                .mean()
                .ToDouble();
        Numbers.IsGradient(Outer, meta, learner.MetaGradient(meta, tasks).Gradients);
    }

    /// <summary>
    /// Reptile is a loop over minibatches that goes on from parameters and state, and ends in a difference.
    /// </summary>
    [Theory]
    [MemberData(nameof(AllRules))]
    public void ReptileIsTheLoopWrittenOut(string ruleName)
    {
        var rule = Rules[ruleName].Rule;
        foreach (var minibatch in new int?[] { null, 1, 2, 4 })
        {
            using var scope = NewDisposeScope();
            var seen = new List<double[]>();
            Tensor Loss(Tensor prediction, Tensor target)
            {
                seen.Add(target.Doubles());
                return Losses.MeanSquaredError(prediction, target);
            }
            var learner = new AdaptiveLearner("", Model, Loss, rule, 7, new ParameterDifference(minibatch));
            var tasks = Family.Sample(3, 3);
            var meta = learner.Init(4, ScalarType.Float64).Leaves();
            var actual = learner.MetaGradient(meta, tasks);
            Assert.Equal(7 + 1, seen.Count);
            Assert.Equal(tasks.QueryY.Doubles(), seen[^1]);

            var ends = Enumerable
                .Range(0, 3)
                .Select(t =>
                {
                    var y = tasks.SupportY[t].Doubles();
                    var size = minibatch ?? 6;
                    return Loop(
                        rule,
                        meta,
                        tasks.SupportX.narrow(0, t, 1),
                        tasks.SupportY.narrow(0, t, 1),
                        // Targets tell the points apart.
                        [.. seen.Take(7).Select(all => Places(y, all[(t * size)..((t + 1) * size)]))]
                    );
                })
                .ToArray();
            for (var i = 0; i < meta.Length; i++)
            {
                var expected = stack(ends.Select(end => meta[i] - end[i][0])).mean([0L]);
                Assert.True(Numbers.RelativeError(actual.Gradients[i], expected) < 1e-11);
            }
        }
    }

    [Fact]
    public void WhatIsLearnedMustBeWhatTheLearnerWorksWith()
    {
        using var scope = NewDisposeScope();
        var learner = Maml.Create(Model, Losses.MeanSquaredError, 0.05, 2);
        var tasks = Family.Sample(1, 2);
        var learned = Model.Init(1, ScalarType.Float64).Leaves();
        Tensor[] derived = [.. learned.Select(part => 2 * part)];
        var rho = learner.Rule.Init(Model.Shapes, 0, ScalarType.Float64);
        IMetaGradientEstimator[] all =
        [
            .. Estimators.Values.Select(pair => pair.Outer),
            new ParameterDifference(),
            new Joint(),
        ];
        foreach (var outer in all)
        {
            var error = Assert.ThrowsAny<ArgumentException>(() =>
                outer.Estimate(learner, derived, rho, learned, tasks)
            );
            Assert.Contains(
                outer is Joint or ParameterDifference ? "meta has" : "learned[0] is none",
                error.Message
            );
        }
        // As many tensors as θ has, of its shapes, and yet not θ.
        var rates = learner with
        {
            Rule = new GradientStep(0.05) { PerParameter = true },
            LearnsRule = true,
            Start = learned,
        };
        foreach (var outer in (IMetaGradientEstimator[])[new ParameterDifference(), new Joint()])
            Assert.Contains(
                "no rates",
                Assert
                    .ThrowsAny<ArgumentException>(() =>
                        (rates with { Outer = outer }).MetaGradient(
                            rates.Init(1, ScalarType.Float64).Leaves(),
                            tasks
                        )
                    )
                    .Message
            );
    }

    private static IReadOnlyList<Tensor> Loop(
        IInnerRule rule,
        IReadOnlyList<Tensor> start,
        Tensor x,
        Tensor y,
        long[][] minibatches
    )
    {
        IReadOnlyList<Tensor> theta = [.. start.Select(part => part.detach().unsqueeze(0))];
        var rho = rule.Init(Model.Shapes, 0, ScalarType.Float64);
        var still = rule.FirstAdapted(theta.Count);
        var state = rule.Begin(rho, [.. theta.Skip(still)]);
        foreach (var points in minibatches)
        {
            var at = theta.Leaves();
            var places = tensor(points);
            var loss = Losses.MeanSquaredError(
                Model.Forward(at, x.index_select(1, places)),
                y.index_select(1, places)
            );
            loss.sum().backward();
            SupportLoss support = new(loss.detach(), [.. at.Skip(still).Select(part => part.grad!)]);
            (var moved, state) = rule.Step(rho, [.. theta.Skip(still)], support, state);
            theta = [.. theta.Take(still), .. moved];
        }
        return theta;
    }

    private static long[] Places(double[] all, double[] some) =>
        [.. some.Select(one => (long)Array.IndexOf(all, one))];

    // What begins near 0 would hide its own derivative.
    private static IEnumerable<Tensor> Large(IReadOnlyList<Tensor> meta) =>
        meta.Select(t => t.abs().max().ToDouble() < 0.011 ? t * 30 : t);

    /// <summary>
    /// A rule of a user's own whose first state is made of what it learns: v ← βv + g, θ ← θ − αv.
    /// </summary>
    private sealed record HeavyBall : IInnerRule
    {
        public IReadOnlyList<Tensor> Init(
            IReadOnlyList<long[]> shapes,
            Seed seed,
            ScalarType dtype = ScalarType.Float32
        ) => [tensor(0.05, dtype), tensor(0.8, dtype), tensor(0.3, dtype)];

        public IReadOnlyList<Tensor> Begin(IReadOnlyList<Tensor> rho, IReadOnlyList<Tensor> theta) =>
            [.. theta.Select(part => rho[2] * part)];

        public (IReadOnlyList<Tensor> Theta, IReadOnlyList<Tensor> State) Step(
            IReadOnlyList<Tensor> rho,
            IReadOnlyList<Tensor> theta,
            SupportLoss support,
            IReadOnlyList<Tensor> state
        )
        {
            Tensor[] speed = [.. state.Zip(support.Gradients, (v, g) => rho[1] * v + g)];
            return ([.. theta.Zip(speed, (t, v) => t - rho[0] * v)], speed);
        }
    }

    /// <summary>
    /// A rule that in its first run remembers what an estimator takes for constants, and in later ones is
    /// told the same again, whatever the parameters.
    /// </summary>
    private sealed class Replayed(IInnerRule rule) : IInnerRule
    {
        private readonly List<SupportLoss> told = [];
        private readonly Dictionary<int, (Tensor[] Theta, Tensor[] State)> borders = [];
        private int next;

        /// <summary>Whether gradients are constants.</summary>
        public bool Holds { get; init; }

        /// <summary>Steps after which parameters and state are constants too.</summary>
        public int Cut { get; init; }

        public void Rewind() => next = 0;

        public int FirstAdapted(int parameters) => rule.FirstAdapted(parameters);

        public IReadOnlyList<Tensor> Init(
            IReadOnlyList<long[]> shapes,
            Seed seed,
            ScalarType dtype = ScalarType.Float32
        ) => rule.Init(shapes, seed, dtype);

        public IReadOnlyList<Tensor> Begin(IReadOnlyList<Tensor> rho, IReadOnlyList<Tensor> theta) =>
            rule.Begin(rho, theta);

        public (IReadOnlyList<Tensor> Theta, IReadOnlyList<Tensor> State) Step(
            IReadOnlyList<Tensor> rho,
            IReadOnlyList<Tensor> theta,
            SupportLoss support,
            IReadOnlyList<Tensor> state
        )
        {
            if (next == told.Count)
                told.Add(new(Copy(support.Losses), [.. support.Gradients.Select(Copy)]));
            if (next > 0 && next % Cut == 0)
            {
                borders.TryAdd(next, ([.. theta.Select(Copy)], [.. state.Select(Copy)]));
                (theta, state) = borders[next];
            }
            return rule.Step(rho, theta, Holds ? told[next++] : support, state);
        }

        private static Tensor Copy(Tensor tensor) => tensor.detach().clone().DetachFromDisposeScope();
    }
}
