namespace MetaNotebooks.Protocols;

/// <summary>The learners of the few-shot image protocols.</summary>
internal static class Entrants
{
    private const int Way = 5;

    private static readonly IModel Classifier = new Chain(new Conv4(), new Linear(new Conv4().Outputs, Way));

    /// <summary>All of them; a new learner joins the table by one entry.</summary>
    /// <param name="characters">The characters to train on.</param>
    /// <param name="shots">Examples a class.</param>
    public static IReadOnlyList<Entrant> Of(LabelledSet characters, int shots)
    {
        var episodes = new NWayKShot(characters) { Way = Way, Shots = shots };
        // Many more classes an episode than it is judged with: 60 as Snell et al. train for Omniglot, and 20, one of
        // Bertinetto et al.'s choices, which on a held-out alphabet did better for R2-D2 than 60 and is as many images
        // an iteration.
        Entrant Embedding(ILearner learner, int way, int queries, int metaBatch) =>
            new(
                learner,
                new ShiftedImages(episodes with { Way = way, Queries = queries }),
                [Stage(1500, metaBatch, 2e-3), Stage(1500, metaBatch, 1e-3), Stage(1500, metaBatch, 4e-4)],
                1
            );
        return
        [
            new(new NearestNeighbour(), episodes, [], 1),
            Embedding(new ProtoNet(new Conv4()), 60, 3, 1),
            Embedding(new RidgeHead(new Conv4()), 20, 5, 2),
            // Small inner rates and several steps: with Finn et al.'s one step of 0.4 (section 5.2), what a task learns
            // from five examples is lost again in the steps after it.
            ThroughSteps(Maml.Create(Classifier, Losses.CrossEntropy, 0.1, steps: 3), episodes, 2e-3),
            ThroughSteps(
                Maml.CreateFirstOrder(Classifier, Losses.CrossEntropy, 0.1, steps: 3),
                episodes,
                2e-3
            ),
            // Steps and conjugate gradients are the paper's (Rajeswaran et al.) and the damping is its program's. The pull
            // is weaker than the paper's 2, with which generated characters were learned less well.
            ThroughSteps(
                ImplicitMaml.Create(
                    Classifier,
                    Losses.CrossEntropy,
                    0.1,
                    strength: 0.5,
                    steps: 16,
                    iterations: 5,
                    damping: 10
                ),
                episodes,
                2e-3
            ),
            ThroughSteps(Anil.Create(Classifier, Losses.CrossEntropy, 0.02, steps: 5), episodes, 1e-3),
            // Nichol et al.: many examples a class in training, ten at a time, and many steps when judged.
            new(
                Reptile.Create(Classifier, Losses.CrossEntropy, 0.05, steps: 5, minibatch: 10),
                new ShiftedImages(episodes with { Shots = 10, Queries = 1 }),
                [Plain(2500, 1), Plain(1500, 0.5), Plain(1000, 0.2)],
                50
            ),
        ];
    }

    // Sixteen tasks an iteration, half the paper's, and images moved about: there are few writers here. A task of more
    // examples takes longer and says more, so there are fewer of them.
    private static Entrant ThroughSteps(AdaptiveLearner learner, NWayKShot episodes, double rate)
    {
        var iterations = episodes.Shots == 1 ? 4000 : 2000;
        return new(
            learner,
            new ShiftedImages(episodes with { Queries = 5 }),
            [
                Stage(iterations * 6 / 10, 16, rate),
                Stage(iterations * 3 / 10, 16, 0.4 * rate),
                Stage(iterations / 10, 16, 0.1 * rate),
            ],
            learner.Steps + 2
        );
    }

    private static TrainingOptions Stage(int iterations, int metaBatch, double rate) =>
        new()
        {
            Iterations = iterations,
            MetaBatch = metaBatch,
            Optimiser = new Adam(rate),
        };

    private static TrainingOptions Plain(int iterations, double rate) =>
        new()
        {
            Iterations = iterations,
            MetaBatch = 5,
            Optimiser = new Sgd(rate),
        };
}
