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
            new(new NearestNeighbour(), episodes, new() { Iterations = 0 }, 1),
            // More classes than it is judged with, as Snell et al. found best.
            new(
                new ProtoNet(new Conv4()),
                episodes with
                {
                    Way = 20,
                    Queries = 5,
                },
                new() { Iterations = 3000, MetaBatch = 2 },
                1
            ),
        ];
    }
}
