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
        ["a layer in the middle only"] = (new HeadOnly(new GradientStep(0.05), "body.1"), false),
        ["one rate for each parameter"] = (new RateEach(), false),
        ["Adam"] = (new AdamStep(0.02), false),
        ["heavy ball"] = (new HeavyBall(), false),
        ["proximal step"] = (new ProximalStep(0.05, 0.7), false),
        ["rates by step, fewer than steps"] = (new StepRates(0.05, 3), false),
        ["biases by step"] = (new StepParameters(new GradientStep(0.05), 4, ["bias"]), false),
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
        ["every step, second order"] = (new MultiStepLoss(), false),
        ["every step, first order"] = (new MultiStepLoss(Derivatives: Derivatives.First), true),
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
                        Start = Start.Given(Model.Init(7, ScalarType.Float64)),
                    },
                    plain with
                    {
                        LearnsRule = true,
                        Start = Start.Random(8),
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
            double Outer(Parameters at)
            {
                using var one = NewDisposeScope();
                replayed.Rewind();
                var run = same.AdaptTo(at, tasks, Steps);
                var losses = run.Losses(learner.Loss, tasks.QueryX, tasks.QueryY).mean([1L]).Doubles();
                return outer is TruncatedUnrolls or MultiStepLoss ? losses.Skip(1).Average() : losses[^1];
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
        double Outer(Parameters at) =>
            learner
                .Loss.Of(
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
                return Losses.MeanSquaredError.Of(prediction, target);
            }
            var learner = new AdaptiveLearner(
                "",
                Model,
                new(Loss),
                rule,
                7,
                new ParameterDifference(minibatch)
            );
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
            for (var i = 0; i < meta.Count; i++)
            {
                var expected = stack(ends.Select(end => meta[i] - end[i][0])).mean([0L]);
                Assert.True(Numbers.RelativeError(actual.Gradients[i], expected) < 1e-11);
            }
        }
    }

    // A step of the outer loop that is itself differentiated: the derivative goes on through what θ was made of.
    [Fact]
    public void DerivativesPassThroughWhatParametersAreMadeOf()
    {
        using var scope = NewDisposeScope();
        var learner = Maml.Create(Model, Losses.MeanSquaredError, 0.05, 2);
        var tasks = Family.Sample(1, 2);
        var half = Model.Init(1, ScalarType.Float64).Map(part => 0.5 * part);
        double Outer(Parameters at) =>
            learner
                .Loss.Of(learner.AdaptTo(2 * at, tasks, 2).Predict(2, tasks.QueryX), tasks.QueryY)
                .mean()
                .ToDouble();
        var gradients = Gradient.Of(
            "twice",
            half,
            own =>
            {
                var (theta, rho) = learner.Parts(2 * own, tasks);
                var run = Adaptation.Run(
                    learner.Model,
                    learner.Loss,
                    learner.Rule,
                    theta,
                    rho,
                    tasks.SupportX,
                    tasks.SupportY,
                    2,
                    Derivatives.Second
                );
                return learner.Loss.Of(learner.Model.Forward(run.Final, tasks.QueryX), tasks.QueryY).mean();
            }
        );
        Numbers.IsGradient(Outer, half, gradients);
    }

    [Fact]
    public void WhatImprovesAWholeStartAloneSaysSo()
    {
        using var scope = NewDisposeScope();
        var tasks = Family.Sample(1, 2);
        var learner = Maml.Create(Model, Losses.MeanSquaredError, 0.05, 2);
        foreach (
            var outer in (IMetaGradientEstimator[])[new ParameterDifference(), new Joint(), new Implicit()]
        )
        {
            string Error(AdaptiveLearner one) =>
                Assert
                    .ThrowsAny<ArgumentException>(() =>
                        (one with { Outer = outer }).MetaGradient(
                            one.Init(1, ScalarType.Float64).Leaves(),
                            tasks
                        )
                    )
                    .Message;
            Assert.Contains("MAML learns its rule;", Error(learner with { LearnsRule = true }));
            Assert.Contains("MAML learns no start;", Error(learner.From(Start.Random(1))));
            Assert.Contains(
                "MAML learns a part of its start;",
                Error(learner.From(Start.LearnedBut("head")))
            );
        }
    }

    private static Parameters Loop(
        IInnerRule rule,
        Parameters start,
        Tensor x,
        Tensor y,
        long[][] minibatches
    )
    {
        var theta = start.Map(part => part.detach().unsqueeze(0));
        var rho = rule.Init(Model.Shapes, 0, ScalarType.Float64);
        var state = rule.Begin(rho, theta.Only(rule.Moves));
        foreach (var points in minibatches)
        {
            var at = theta.Leaves();
            var places = tensor(points);
            var loss = Losses.MeanSquaredError.Of(
                Model.Forward(at, x.index_select(1, places)),
                y.index_select(1, places)
            );
            loss.sum().backward();
            SupportLoss support = new(loss.detach(), at.Only(rule.Moves).Map(part => part.grad!));
            (var moved, state) = rule.Step(rho, theta.Only(rule.Moves), support, state);
            theta = theta.With(moved);
        }
        return theta;
    }

    private static long[] Places(double[] all, double[] some) =>
        [.. some.Select(one => (long)Array.IndexOf(all, one))];

    // What begins near 0 would hide its own derivative.
    private static Parameters Large(Parameters meta) =>
        meta.Map(t => t.abs().max().ToDouble() < 0.011 ? t * 30 : t);

    /// <summary>A rule of a user's own, with one number for each of the model's tensors.</summary>
    private sealed record RateEach : IInnerRule
    {
        private readonly GradientStep step = new(0.05);

        public Parameters Init(ParameterShapes shapes, Seed seed, ScalarType dtype = ScalarType.Float32) =>
            Parameters.Join(("rate", shapes.Make((name, _) => tensor(0.01 * name.Length, dtype))));

        public (Parameters Theta, Parameters State) Step(
            Parameters rho,
            Parameters theta,
            SupportLoss support,
            Parameters state
        ) => step.Step(rho, theta, support, state);
    }

    /// <summary>
    /// A rule of a user's own whose first state is made of what it learns: v ← βv + g, θ ← θ − αv.
    /// </summary>
    private sealed record HeavyBall : IInnerRule
    {
        public Parameters Init(ParameterShapes shapes, Seed seed, ScalarType dtype = ScalarType.Float32) =>
            Parameters.Of(
                ("rate", tensor(0.05, dtype)),
                ("momentum", tensor(0.8, dtype)),
                ("first", tensor(0.3, dtype))
            );

        public Parameters Begin(Parameters rho, Parameters theta) => rho["first"] * theta;

        public (Parameters Theta, Parameters State) Step(
            Parameters rho,
            Parameters theta,
            SupportLoss support,
            Parameters state
        )
        {
            var speed = rho["momentum"] * state + support.Gradients;
            return (theta - rho["rate"] * speed, speed);
        }
    }

    /// <summary>
    /// A rule that in its first run remembers what an estimator takes for constants, and in later ones is
    /// told the same again, whatever the parameters.
    /// </summary>
    private sealed class Replayed(IInnerRule rule) : IInnerRule
    {
        private readonly List<SupportLoss> told = [];
        private readonly Dictionary<int, (Parameters Theta, Parameters State)> borders = [];
        private int next;

        /// <summary>Whether gradients are constants.</summary>
        public bool Holds { get; init; }

        /// <summary>Steps after which parameters and state are constants too.</summary>
        public int Cut { get; init; }

        public void Rewind() => next = 0;

        public bool Moves(string parameter) => rule.Moves(parameter);

        public Parameters Init(ParameterShapes shapes, Seed seed, ScalarType dtype = ScalarType.Float32) =>
            rule.Init(shapes, seed, dtype);

        public Parameters Begin(Parameters rho, Parameters theta) => rule.Begin(rho, theta);

        public (Parameters Theta, Parameters State) Step(
            Parameters rho,
            Parameters theta,
            SupportLoss support,
            Parameters state
        )
        {
            if (next == told.Count)
                told.Add(new(Copy(support.Losses), support.Gradients.Map(Copy)));
            if (next > 0 && next % Cut == 0)
            {
                borders.TryAdd(next, (theta.Map(Copy), state.Map(Copy)));
                (theta, state) = borders[next];
            }
            return rule.Step(rho, theta, Holds ? told[next++] : support, state);
        }

        private static Tensor Copy(Tensor tensor) => tensor.detach().clone().DetachFromDisposeScope();
    }
}
