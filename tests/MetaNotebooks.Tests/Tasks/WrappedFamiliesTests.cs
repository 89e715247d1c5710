namespace MetaNotebooks.Tests;

/// <summary>A family made of another's tasks keeps all that is known of them.</summary>
public class WrappedFamiliesTests
{
    private static readonly Func<Tensor, Tensor> Truth = x => x.sum([2, 3]);

    /// <summary>Images whose tasks have a truth and descriptions.</summary>
    private sealed record Told : ITaskSampler
    {
        public TaskBatch Sample(Seed seed, int tasks)
        {
            Tensor Images(string set) => seed.Split(set).Generator().Normal(0, 1, [tasks, 6, 4, 4]);
            var (support, query) = (Images("support"), Images("query"));
            var descriptions = arange(tasks * 2 * 3).view(tasks, 2, 3);
            return new(support, Truth(support), query, Truth(query), Truth, descriptions) { Seed = seed };
        }
    }

    private static readonly Dictionary<string, Func<ITaskSampler>> Wrappers = new()
    {
        ["itself"] = () => new Told(),
        ["shuffled"] = () => new ShuffledEpisodes(new Told()),
        ["shifted"] = () => new ShiftedImages(new Told(), 1),
        ["fixed"] = () => new FixedTasks(new Told().Sample(1, 3)),
        ["shuffled and shifted"] = () => new ShiftedImages(new ShuffledEpisodes(new Told())),
    };

    public static TheoryData<string> Names => [.. Wrappers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ItKeepsTruthDescriptionsAndSeed(string name)
    {
        using var scope = NewDisposeScope();
        var inner = new Told().Sample(name == "fixed" ? 1 : 2, 3);
        var batch = Wrappers[name]().Sample(2, 3);
        Assert.Same(Truth, batch.Truth);
        Assert.Equal(inner.Descriptions!.Doubles(), batch.Descriptions!.Doubles());
        Assert.Equal(new Seed(2), batch.Seed);
        Assert.Equal(0, batch.First);

        var part = batch.Part(1, 2).Part(1, 1);
        Assert.Equal(inner.Descriptions![2].Doubles(), part.Descriptions![0].Doubles());
        Assert.Equal(batch.SeedOf(2), part.SeedOf(0));
        Assert.Equal(batch.SupportX[2].Doubles(), part.SupportX[0].Doubles());
        Assert.Equal(
            Enumerable.Range(0, 3).Select(batch.SeedOf),
            batch.DrawnWith(2).With(batch.QueryX, batch.QueryY, batch.QueryX, batch.QueryY) is var again
                ? Enumerable.Range(0, 3).Select(again.SeedOf)
                : []
        );
    }
}
