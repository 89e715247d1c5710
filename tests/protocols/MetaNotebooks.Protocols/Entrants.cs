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
        return
        [
            new(new NearestNeighbour(), episodes, [], 1),
            // 60 classes an episode, as Snell et al. train for Omniglot: many more than it is judged with.
            new(
                new ProtoNet(new Conv4()),
                new ShiftedImages(episodes with { Way = 60, Queries = 3 }),
                [Stage(1500, 1, 2e-3), Stage(1500, 1, 1e-3), Stage(1500, 1, 4e-4)],
                1
            ),
            // Finn et al. (section 5.2): α 0.4, one step in training, three when judged.
            ThroughSteps(Maml.Create(Classifier, Losses.CrossEntropy, 0.4), episodes),
            ThroughSteps(Maml.CreateFirstOrder(Classifier, Losses.CrossEntropy, 0.4), episodes),
            ThroughSteps(Anil.Create(Classifier, Losses.CrossEntropy, 0.1), episodes),
            // Nichol et al.: many examples a class in training, ten at a time, and many steps when judged.
            new(
                Reptile.Create(Classifier, Losses.CrossEntropy, 0.05, steps: 5, minibatch: 10),
                new ShiftedImages(episodes with { Shots = 10, Queries = 1 }),
                [Plain(2500, 1), Plain(1500, 0.5), Plain(1000, 0.2)],
                50
            ),
        ];
    }

    // Sixteen tasks an iteration, half the paper's, and images moved about: there are few writers here.
    private static Entrant ThroughSteps(ILearner learner, NWayKShot episodes) =>
        new(
            learner,
            new ShiftedImages(episodes with { Queries = 5 }),
            [Stage(900, 16, 1e-3), Stage(300, 16, 4e-4)],
            3
        );

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
