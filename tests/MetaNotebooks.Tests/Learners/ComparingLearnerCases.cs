namespace MetaNotebooks.Tests;

public sealed class ComparingLearnerCases : ILearnerCases
{
    private static readonly IModel Embedding = new Conv4(side: 4, filters: 4);

    // Ten classes of 4 × 4 images around ten images. Made once: must outlive the scope of the test that makes it.
    private static readonly Lazy<LabelledSet> Set = new(() =>
    {
        var means = new Random(1).Normal(0, 1, [10, 1, 4, 4]);
        var images = (means + new Random(2).Normal(0, 0.5, [10, 12, 4, 4])).flatten(0, 1);
        images.DetachFromDisposeScope();
        return new(images, [.. Enumerable.Range(0, 10).Select(c => $"{c}")], [.. Enumerable.Repeat(12, 10)]);
    });

    public static NWayKShot Family =>
        new(Set.Value)
        {
            Way = 3,
            Shots = 2,
            Queries = 4,
            DType = ScalarType.Float64,
        };

    public IEnumerable<LearnerCase> Cases =>
        [
            new(new ProtoNet(Embedding), Family),
            new(new MatchingNets(Embedding), Family),
            new(new NearestNeighbour(), Family),
            new(new RidgeHead(Embedding), Family),
            new(new LogisticHead(Embedding), Family),
            new(new SimpleShot(Embedding), Family),
            new(new FineTunedPrototypes(Embedding) { Rate = 0.01 }, Family),
        ];
}
