namespace MetaNotebooks.Protocols;

/// <summary>The learners of the few-shot image protocols.</summary>
internal static class Entrants
{
    /// <summary>All of them; a new learner joins the table by one entry.</summary>
    /// <param name="characters">The characters to train on.</param>
    /// <param name="shots">Examples a class.</param>
    public static IReadOnlyList<Entrant> Of(LabelledSet characters, int shots)
    {
        var episodes = new NWayKShot(characters) { Shots = shots };
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
        ];
    }

    private static TrainingOptions Stage(int iterations, int metaBatch, double rate) =>
        new()
        {
            Iterations = iterations,
            MetaBatch = metaBatch,
            Optimiser = new Adam(rate),
        };
}
