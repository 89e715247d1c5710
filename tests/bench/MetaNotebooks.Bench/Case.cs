using static TorchSharp.torch;

namespace MetaNotebooks.Bench;

/// <summary>What is timed: meta-iterations of a learner, with Adam.</summary>
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
        ];
    }

    /// <summary>The start of all contestants: initial parameters and one batch.</summary>
    public (Parameters Meta, TaskBatch Batch) Start() =>
        (Learner.Init(1), Tasks.Sample(new Seed(2), MetaBatch));
}
