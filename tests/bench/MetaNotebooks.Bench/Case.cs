using static TorchSharp.torch;

namespace MetaNotebooks.Bench;

/// <summary>What is timed: meta-iterations of a learner, with Adam, or judging it.</summary>
/// <param name="Name">What the peers' program calls it.</param>
/// <param name="Data">The names of its tensors there begin with this.</param>
/// <param name="Learner">The learner.</param>
/// <param name="Tasks">Its tasks.</param>
/// <param name="MetaBatch">Tasks an iteration.</param>
/// <param name="Iterations">Iterations at a time, so many that one time is some tenths of a second.</param>
/// <param name="MultiplyAdds">Of an iteration's matrix products; null where they were not counted.</param>
/// <param name="Styles">The peers' styles, each with its own number of iterations.</param>
internal sealed record Case(
    string Name,
    string Data,
    ILearner Learner,
    ITaskSampler Tasks,
    int MetaBatch,
    int Iterations,
    double? MultiplyAdds,
    IReadOnlyList<(string Style, int Iterations)> Styles
)
{
    /// <summary>
    /// Inner steps where the learner is judged on new tasks, after each step; null where it is trained.
    /// </summary>
    public int? Judged { get; init; }

    /// <summary>All of them; images are generated glyphs, whose size and number are Omniglot's.</summary>
    public static IReadOnlyList<Case> All()
    {
        var regressor = new Mlp(1, 40, 40, 1);
        var sinusoids = new Sinusoids();
        var episodes = new NWayKShot(new Glyphs().Draw(1)) { Queries = 5 };
        var classifier = new Chain(new Conv4(), new Linear(new Conv4().Outputs, 5));
        MultiplyAdds regression = Bench.MultiplyAdds.Of(regressor),
            classification = Bench.MultiplyAdds.Of(new Conv4(), 5),
            embedding = Bench.MultiplyAdds.Of(new Conv4(), 0);
        var topics = Topics.Read(Path.Combine(AppContext.BaseDirectory, "topics.json"));
        var words = Vocabulary.Of(topics);
        AdaptiveLearner Regression(int steps) => Maml.Create(regressor, Losses.MeanSquaredError, 0.01, steps);
        return
        [
            new(
                "sinusoid, 1 step",
                "sinusoid",
                Regression(1),
                sinusoids,
                25,
                400,
                25 * regression.Maml(10, 10, 1),
                [("loop", 20), ("vmap", 100), ("hand", 150)]
            ),
            new(
                "sinusoid, 5 steps",
                "sinusoid",
                Regression(5),
                sinusoids,
                25,
                150,
                25 * regression.Maml(10, 10, 5),
                [("loop", 6), ("vmap", 30), ("hand", 50)]
            ),
            new(
                "Conv4",
                "conv4",
                Maml.Create(classifier, Losses.CrossEntropy, 0.4),
                episodes,
                32,
                2,
                32 * classification.Maml(5, 25, 1),
                [("loop", 2), ("vmap", 2), ("hand", 2)]
            ),
            new(
                "ProtoNet",
                "protonet",
                new ProtoNet(new Conv4()),
                episodes,
                8,
                6,
                8 * 30 * embedding.Gradient,
                [("loop", 6)]
            ),
            new(
                "LSTM optimiser",
                "lstm",
                LstmOptimiser.Create(regressor, Losses.MeanSquaredError, 10),
                sinusoids,
                8,
                3,
                null,
                [("loop", 3), ("vmap", 3), ("hand", 3)]
            ),
            // Ten-dimensional quadratics, as Andrychowicz et al.; a derivative passes through 20 of the 100 steps.
            new(
                "learned optimiser",
                "learned",
                LearnedOptimiser.Create(new Linear(10, 1) { Bias = false }, Losses.MeanSquaredError),
                new Quadratics(),
                128,
                2,
                null,
                [("hand", 2)]
            ),
            new(
                "MANN",
                "mann",
                new Mann(28 * 28, 5),
                new ShuffledEpisodes(episodes with { Shots = 9, Queries = 1 }),
                16,
                2,
                null,
                [("hand", 2)]
            ),
            new(
                "Meta-LSTM",
                "words",
                new MetaLstm(words.Count),
                new TopicTasks(topics, words),
                8,
                6,
                null,
                [("hand", 6)]
            ),
            // Garg et al.'s linear functions, smaller.
            new(
                "transformer",
                "transformer",
                new InContext(5, 1),
                new LinearTasks { Inputs = 5, Queries = 1 },
                64,
                6,
                null,
                [("hand", 6)]
            ),
            Judging(10, 4),
            Judging(50, 1),
        ];

        // As much as the papers judge on. Gradients, and a prediction before the first step and after each.
        Case Judging(int steps, int times) =>
            new(
                $"judging, {steps} steps",
                "sinusoid",
                Regression(1),
                sinusoids,
                600,
                times,
                600 * (10 * steps * regression.Gradient + 10 * (steps + 1) * regression.All),
                [("loop", 1), ("hand", times)]
            )
            {
                Judged = steps,
            };
    }

    /// <summary>The start of all contestants: initial parameters and one batch.</summary>
    public (Parameters Meta, TaskBatch Batch) Start() =>
        (Learner.Init(1), Tasks.Sample(new Seed(2), MetaBatch));

    /// <summary>What all contestants must agree on, from that start: the meta-gradient, or each task's losses.</summary>
    public float[] Result()
    {
        using var scope = NewDisposeScope();
        var (meta, batch) = Start();
        IEnumerable<Tensor> results = Judged is { } steps
            ?
            [
                ((AdaptiveLearner)Learner)
                    .AdaptTo(meta, batch, steps)
                    .Losses(Losses.MeanSquaredError, batch.QueryX, batch.QueryY),
            ]
            : Learner.MetaGradient(meta.Leaves(), batch).Gradients;
        return [.. results.SelectMany(part => part.contiguous().data<float>().ToArray())];
    }

    /// <summary>Runs it as often as it says.</summary>
    public void Run()
    {
        using var scope = NewDisposeScope();
        var start = Learner.Init(1);
        if (Judged is { } steps)
            for (var i = 0; i < Iterations; i++)
                Evaluator.Evaluate(
                    Learner,
                    start,
                    Tasks,
                    Losses.MeanSquaredError,
                    new Seed(1).At(i),
                    MetaBatch,
                    steps
                );
        else
            Trainer.Train(Learner, Tasks, new() { Iterations = Iterations, MetaBatch = MetaBatch }, start);
    }
}
