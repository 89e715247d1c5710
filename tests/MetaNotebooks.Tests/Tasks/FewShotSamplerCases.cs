namespace MetaNotebooks.Tests;

public sealed class FewShotSamplerCases : ISamplerCases
{
    // Row i is the number i, so that a point says which example of which class it is.
    public static LabelledSet Numbered(int classes, int examples) =>
        new(
            arange(classes * examples).to(ScalarType.Float32).unsqueeze(-1),
            [.. Enumerable.Range(0, classes).Select(c => $"c{c}")],
            [.. Enumerable.Repeat(examples, classes)]
        );

    // Made once, so it must outlive the scope of the test that happens to make it.
    private static readonly Lazy<LabelledSet> Set = new(() =>
    {
        var set = Numbered(30, 20);
        set.Features.DetachFromDisposeScope();
        return set;
    });

    public IEnumerable<SamplerCase> Cases =>
        [new("5-way", (shots, queries) => new NWayKShot(Set.Value) { Shots = shots, Queries = queries }, 5)];
}
