namespace MetaNotebooks.Tests;

public sealed class TabularTasksTests : ISamplerCases
{
    public IEnumerable<SamplerCase> Cases =>
        [new("tables", (shots, queries) => new TabularTasks { Shots = shots, Queries = queries })];

    private static readonly TabularTasks Tables = new() { Shots = 400, DType = ScalarType.Float64 };

    // A feature is useful where changing it alone changes classes.
    [Fact]
    public void AsManyFeaturesAreUsefulAsPlanted()
    {
        using var scope = NewDisposeScope();
        var tasks = Tables.Sample(1, 60);
        var changed = new List<double[]>();
        for (var feature = 0; feature < 8; feature++)
        {
            var x = tasks.SupportX.clone();
            x.select(2, feature).copy_(tasks.SupportX.select(2, feature).roll(1, 1));
            changed.Add(tasks.Truth!(x).ne(tasks.SupportY).to(ScalarType.Float64).mean([1]).Doubles());
        }
        int[] useful = [.. Enumerable.Range(0, 60).Select(t => changed.Count(shares => shares[t] > 0))];
        Assert.All(useful, count => Assert.InRange(count, 2, 4));
        Assert.Equal([2, 3, 4], useful.Distinct().Order());
    }

    [Fact]
    public void ClassesDependOnTheFeaturesAsTheKindSays()
    {
        using var scope = NewDisposeScope();
        var tasks = Tables.Sample(2, 80);
        var (x, y) = (tasks.SupportX, tasks.SupportY);
        double[] Same(Tensor other) => tasks.Truth!(other).eq(y).to(ScalarType.Float64).mean([1]).Doubles();
        var (mirrored, doubled, far) = (Same(-x), Same(2 * x), tasks.Truth!(100 * x).sum([1L]).Doubles());
        var kinds = Tables.KindsOf(2, 80);
        Assert.Equal(4, kinds.Distinct().Count());
        for (var t = 0; t < 80; t++)
        {
            Assert.Equal(kinds[t] is TabularKind.Linear or TabularKind.Wave ? 0 : 1, mirrored[t]);
            if (kinds[t] is TabularKind.Linear or TabularKind.Product)
                Assert.Equal(1, doubled[t]);
            else
                Assert.True(doubled[t] < 0.9);
            if (kinds[t] == TabularKind.Sphere)
                Assert.Equal(0, far[t]);
        }
    }

    [Fact]
    public void BothClassesAreAboutHalfAndAShareIsFlipped()
    {
        using var scope = NewDisposeScope();
        foreach (var kind in Enum.GetValues<TabularKind>())
        {
            var tasks = (Tables with { Kinds = [kind], Flipped = 0.2 }).Sample(3, 50);
            Assert.InRange(tasks.QueryY.Doubles().Average(), 0.45, 0.55);
            var wrong = tasks.Truth!(tasks.SupportX).ne(tasks.SupportY).Doubles().Average();
            Assert.InRange(wrong, 0.185, 0.215);
            Assert.Equal(tasks.Truth!(tasks.QueryX).Doubles(), tasks.QueryY.Doubles());
        }
    }

    [Fact]
    public void BadSettingsAreNamed()
    {
        string Error(TabularTasks tables) =>
            Assert.ThrowsAny<ArgumentException>(() => tables.Sample(1, 2)).Message;
        Assert.Contains("Features is 1; expected at least 2", Error(Tables with { Features = 1 }));
        Assert.Contains("Useful.High is 9; expected 2 to 8", Error(Tables with { Useful = (2, 9) }));
        Assert.Contains("Kinds.Count is 0", Error(Tables with { Kinds = [] }));
        Assert.Contains("Flipped is 1", Error(Tables with { Flipped = 1 }));
    }
}
