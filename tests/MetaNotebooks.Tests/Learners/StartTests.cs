namespace MetaNotebooks.Tests;

/// <summary>Where adaptations start, and what of it is learned.</summary>
public sealed class StartTests : IDisposable
{
    private static readonly IModel Model = new Mlp(1, 3, 1) { Activation = Activation.Tanh };
    private static readonly Sinusoids Family = new() { Shots = 4, DType = ScalarType.Float64 };

    private static readonly AdaptiveLearner Learner = new(
        "mine",
        Model,
        Losses.MeanSquaredError,
        new GradientStep(0.1),
        2,
        new ThroughAdaptation(Derivatives.Second)
    )
    {
        LearnsRule = true,
    };

    private readonly DisposeScope scope = NewDisposeScope();
    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        scope.Dispose();
        folder.Dispose();
    }

    private static double[] Numbers(Parameters parameters) =>
        [.. parameters.SelectMany(part => part.Doubles())];

    private static Parameters First(Adaptation adaptation, int task) =>
        adaptation.Trajectory[0].Map(part => part[task]);

    private static string Error(Action act) => Assert.Throws<ArgumentException>(act).Message;

    [Fact]
    public void ALearnedStartIsPartOfWhatIsLearnedAndTheSameForAllTasks()
    {
        Assert.Equal(Start.Learned, Learner.Start);
        var meta = Learner.Init(1, ScalarType.Float64);
        Assert.Equal([.. Model.Shapes.Names, "rule.rate"], meta.Names);
        Assert.Equal(
            Numbers(Model.Init(1, ScalarType.Float64)),
            Numbers(meta.Only(Model.Shapes.Names.Contains))
        );
        var adaptation = Learner.AdaptTo(meta, Family.Sample(1, 3), 1);
        for (var task = 0; task < 3; task++)
            Assert.Equal(Numbers(Model.Init(1, ScalarType.Float64)), Numbers(First(adaptation, task)));
        Assert.Equal(Model.Shapes.Names, (Learner with { LearnsRule = false }).Init(1).Names);
    }

    [Fact]
    public void AGivenStartIsNotLearned()
    {
        var theta = Model.Init(7, ScalarType.Float64);
        var learner = Learner with { Start = Start.Given(theta) };
        var meta = learner.Init(1, ScalarType.Float64);
        Assert.Equal(["rule.rate"], meta.Names);
        var tasks = Family.Sample(1, 3);
        var adaptation = learner.Adapt(meta, tasks.SupportX, tasks.SupportY, 1);
        for (var task = 0; task < 3; task++)
            Assert.Equal(Numbers(theta), Numbers(First(adaptation, task)));
        Assert.Equal(["rule.rate"], learner.MetaGradient(meta.Leaves(), tasks).Gradients.Names);
        Assert.Empty((learner with { LearnsRule = false }).Init(1));
    }

    [Fact]
    public void ARandomStartIsAnotherInEveryTaskOfEveryBatch()
    {
        Seed seed = 5;
        var learner = Learner with { Start = Start.Random(seed) };
        var meta = learner.Init(1, ScalarType.Float64);
        Assert.Equal(["rule.rate"], meta.Names);
        double[] At(Seed one) => Numbers(Model.Init(one, ScalarType.Float64));
        foreach (var batch in (int[])[1, 2])
        {
            var tasks = Family.Sample(batch, 4);
            var adaptation = learner.AdaptTo(meta, tasks, 1);
            for (var task = 0; task < 4; task++)
                Assert.Equal(At(seed.Split(tasks.Seed).At(task)), Numbers(First(adaptation, task)));
            // A part of the batch starts where it does in the whole.
            var part = learner.AdaptTo(meta, tasks.Part(2, 2), 1);
            Assert.Equal(At(seed.Split(tasks.Seed).At(3)), Numbers(First(part, 1)));
            // Support sets alone come of no batch.
            var alone = learner.Adapt(meta, tasks.SupportX, tasks.SupportY, 1);
            Assert.Equal(At(seed.At(2)), Numbers(First(alone, 2)));
        }
    }

    [Fact]
    public void PartsAreWhatTheAdaptationWorksWith()
    {
        foreach (
            var start in (Start[])
                [Start.Learned, Start.Given(Model.Init(7, ScalarType.Float64)), Start.Random(8)]
        )
        foreach (var learnsRule in new[] { false, true })
        {
            var learner = Learner with { Start = start, LearnsRule = learnsRule };
            var meta = 2 * learner.Init(2, ScalarType.Float64);
            // Where nothing is learned, nothing says in which precision to draw a start: it is single.
            var single = meta.Count == 0 && start == Start.Random(8);
            var tasks = (Family with { DType = single ? ScalarType.Float32 : ScalarType.Float64 }).Sample(
                1,
                3
            );
            var (theta, rho) = learner.Parts(meta, tasks);
            Assert.Equal(Model.Shapes.Names, theta.Names);
            Assert.Equal(["rate"], rho.Names);
            Assert.Equal(learnsRule ? 0.2 : 0.1, rho["rate"].ToDouble(), 1e-7);
            var expected = Adaptation.Run(
                Model,
                learner.Loss,
                learner.Rule,
                theta,
                rho,
                tasks.SupportX,
                tasks.SupportY,
                3
            );
            Assert.Equal(Numbers(expected.Final), Numbers(learner.AdaptTo(meta, tasks, 3).Final));
        }
    }

    [Fact]
    public void WhatIsNotLearnedIsNotTaken()
    {
        var tasks = Family.Sample(1, 3);
        var theta = Model.Init(1, ScalarType.Float64);
        var rule = Parameters.Of(("rule.rate", tensor(0.1)));
        void Refuses(AdaptiveLearner learner, Parameters meta, string words)
        {
            Assert.Contains(words, Error(() => learner.AdaptTo(meta, tasks, 1)));
            Assert.Contains(words, Error(() => learner.MetaGradient(meta, tasks)));
        }
        var given = Learner with { Start = Start.Given(theta) };
        var random = Learner with { Start = Start.Random(1) };
        foreach (var learner in (AdaptiveLearner[])[given, random])
        {
            Refuses(learner, Parameters.Join(theta, rule), "mine learns rate []");
            Refuses(learner with { LearnsRule = false }, rule, "meta is rule.rate []; mine learns nothing.");
            Refuses(learner, Parameters.Empty, "meta (the part 'rule') is nothing; expected rate []");
        }
        Refuses(Learner, theta, "meta (the part 'rule') is nothing; expected rate []");
        Refuses(Learner, rule, "meta is nothing; expected body.0.weight [1, 3]");
        Refuses(
            Learner with
            {
                LearnsRule = false,
            },
            Parameters.Join(theta, rule),
            "mine learns body.0.weight [1, 3], body.0.bias [1, 3], head.weight [3, 1], head.bias [1, 1]."
        );
        Refuses(
            Learner,
            Parameters.Join(theta, Parameters.Of(("rule.rate", zeros(2)))),
            "meta (the part 'rule')['rate'] has shape [2]; expected []."
        );
        // Parameters of another model.
        Refuses(
            Learner with
            {
                Start = Start.Given(new Linear(1, 1).Init(1, ScalarType.Float64)),
            },
            rule,
            "is weight [1, 1], bias [1, 1]; expected body.0.weight [1, 3]"
        );
    }

    [Fact]
    public void ACheckpointKnowsWhereItsRunStarted()
    {
        void Train(Start start) =>
            Trainer.Train(
                Learner with
                {
                    Start = start,
                },
                new Sinusoids(),
                new()
                {
                    Iterations = 1,
                    MetaBatch = 2,
                    Checkpoint = new(folder["run"]),
                }
            );
        (string Field, Start One, Start Other)[] all =
        [
            ("learner.Start", Start.Learned, Start.Random(1)),
            ("learner.Start", Start.Random(1), Start.Given(Model.Init(1))),
            ("learner.Start", Start.Given(Model.Init(1)), Start.Learned),
            ("learner.Start.Seed", Start.Random(1), Start.Random(2)),
            ("learner.Start.At[0]", Start.Given(Model.Init(1)), Start.Given(Model.Init(2))),
        ];
        foreach (var (field, one, other) in all)
        {
            File.Delete(folder["run"]);
            Train(one);
            Train(one);
            Assert.StartsWith(
                field.Split('[')[0],
                Assert.Throws<CheckpointMismatchException>(() => Train(other)).Field
            );
        }
    }

    // A start that is learned and stands behind the rule, as in a file that another wrote.
    [Fact]
    public void TrainingGoesByNamesWhateverTheirOrder()
    {
        var inOrder = Learner.Init(3);
        var turned = Parameters.Join(
            ("rule", inOrder.Part("rule")),
            ("", inOrder.Only(Model.Shapes.Names.Contains))
        );
        Parameters Train(Parameters start, TaskLoss loss) =>
            Trainer
                .Train(
                    Learner with
                    {
                        Loss = loss,
                    },
                    new Sinusoids(),
                    new() { Iterations = 5, MetaBatch = 4 },
                    start
                )
                .Meta;
        // By a kernel, and by automatic differentiation.
        foreach (
            var loss in (TaskLoss[])[Losses.MeanSquaredError, new((p, y) => Losses.MeanSquaredError.Of(p, y))]
        )
        {
            var (expected, actual) = (Train(inOrder, loss), Train(turned, loss));
            Assert.Equal(turned.Names, actual.Names);
            foreach (var name in expected.Names)
                Assert.Equal(expected[name].Doubles(), actual[name].Doubles());
        }
    }

    [Fact]
    public void AModelWithAPartOfTheRulesNameIsNamed()
    {
        var model = new Ruled();
        var learner = Maml.Create(model, Losses.MeanSquaredError, 0.1);
        Assert.Contains(
            "The model's parameters are 'rule.weight'; expected none in a part 'rule'",
            Assert.Throws<ArgumentException>(() => learner.Init(1)).Message
        );
    }

    private sealed record Ruled : IModel
    {
        public ParameterShapes Shapes { get; } = ParameterShapes.Of(("rule.weight", [1, 1]));

        public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32) =>
            Shapes.Named(zeros([1, 1], dtype));

        public Tensor Forward(Parameters theta, Tensor x) => x * theta[0];
    }
}
