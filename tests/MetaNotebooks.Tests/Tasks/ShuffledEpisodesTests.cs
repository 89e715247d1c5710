namespace MetaNotebooks.Tests;

public sealed class ShuffledEpisodesTests : ISamplerCases
{
    public IEnumerable<SamplerCase> Cases =>
        [
            new(
                "sinusoids, shuffled",
                (shots, queries) => new ShuffledEpisodes(new Sinusoids { Shots = shots, Queries = queries })
            ),
        ];

    [Fact]
    public void EachTaskHasItsOwnOrderAndKeepsExamplesWithTheirLabels()
    {
        using var scope = NewDisposeScope();
        var family = new Prototypes(3, 4, 5) { Inputs = 2 };
        var (sorted, shuffled) = (family.Sample(1, 6), new ShuffledEpisodes(family).Sample(1, 6));
        static string[] Rows(Tensor x, Tensor y, int t) =>
            [.. Enumerable.Range(0, (int)x.shape[1]).Select(i => $"{y[t][i].ToInt64()}: {Row(x[t][i])}")];
        static string Row(Tensor row) => string.Join(' ', row.Doubles());
        for (var t = 0; t < 6; t++)
        {
            var before = Rows(sorted.SupportX, sorted.SupportY, t);
            var after = Rows(shuffled.SupportX, shuffled.SupportY, t);
            Assert.NotEqual(before, after);
            Assert.Equal(before.Order(), after.Order());
            Assert.Equal(
                Rows(sorted.QueryX, sorted.QueryY, t).Order(),
                Rows(shuffled.QueryX, shuffled.QueryY, t).Order()
            );
        }
        Assert.NotEqual(shuffled.SupportY[0].Doubles(), shuffled.SupportY[1].Doubles());
    }

    [Fact]
    public void EveryLabelComesFirstAsOften()
    {
        using var scope = NewDisposeScope();
        var first = new ShuffledEpisodes(new Prototypes(3, 4, 1) { Inputs = 1 }).Sample(2, 3000).SupportY;
        for (var label = 0; label < 3; label++)
            Assert.InRange(first.narrow(1, 0, 1).Doubles().Count(y => y == label), 900, 1100);
    }
}
