namespace MetaNotebooks.Tests;

/// <summary>What every task sampler must hold to, written once.</summary>
public class SamplerContract
{
    private static readonly Dictionary<string, SamplerCase> Members = Cases
        .Of<ISamplerCases>()
        .SelectMany(file => file.Cases)
        .ToDictionary(member => member.Name);

    public static TheoryData<string> Samplers => [.. Members.Keys];

    public static TheoryData<string> WithQueries =>
        [.. Members.Values.Where(member => !member.QueryIsSupport).Select(member => member.Name)];

    private static double[][] Parts(TaskBatch batch) =>
        [batch.SupportX.Doubles(), batch.SupportY.Doubles(), batch.QueryX.Doubles(), batch.QueryY.Doubles()];

    [Theory]
    [MemberData(nameof(WithQueries))]
    public void QuerySizeIsIndependentOfShots(string name)
    {
        using var scope = NewDisposeScope();
        var (_, make, way) = Members[name];
        foreach (var (shots, queries) in new[] { (1, 7), (5, 1), (3, 15) })
        {
            var batch = make(shots, queries).Sample(3, tasks: 4);
            Assert.Equal(4, batch.Tasks);
            Assert.Equal([4, way * shots], batch.SupportX.shape[..2]);
            Assert.Equal([4, way * shots], batch.SupportY.shape[..2]);
            Assert.Equal([4, way * queries], batch.QueryX.shape[..2]);
            Assert.Equal([4, way * queries], batch.QueryY.shape[..2]);
        }
    }

    [Theory]
    [MemberData(nameof(Samplers))]
    public void ASeedGivesTheSameTasksAndAnotherSeedOthers(string name)
    {
        using var scope = NewDisposeScope();
        var sampler = Members[name].Make(5, 5);
        Assert.Equal(Parts(sampler.Sample(11, 6)), Parts(sampler.Sample(11, 6)));
        Assert.NotEqual(Parts(sampler.Sample(11, 6))[0], Parts(sampler.Sample(12, 6))[0]);
        Assert.NotEqual(Parts(sampler.Sample(11, 6))[2], Parts(sampler.Sample(12, 6))[2]);
    }

    [Theory]
    [MemberData(nameof(Samplers))]
    public void ABatchSaysWhatItWasDrawnWith(string name)
    {
        using var scope = NewDisposeScope();
        var sampler = Members[name].Make(5, 5);
        Assert.Equal(new Seed(11), sampler.Sample(11, 2).Seed);
        Assert.NotEqual(sampler.Sample(11, 2).SeedOf(0), sampler.Sample(11, 2).SeedOf(1));
    }

    [Theory]
    [MemberData(nameof(WithQueries))]
    public void SupportAndQueryAreOfOneTaskButNotTheSamePoints(string name)
    {
        using var scope = NewDisposeScope();
        var batch = Members[name].Make(5, 5).Sample(1, 8);
        if (batch.Truth is { } truth)
        {
            Assert.Equal(truth(batch.SupportX).Doubles(), batch.SupportY.Doubles());
            Assert.Equal(truth(batch.QueryX).Doubles(), batch.QueryY.Doubles());
        }
        for (var t = 0; t < 8; t++)
        {
            var support = Rows(batch.SupportX[t]);
            Assert.All(Rows(batch.QueryX[t]), row => Assert.DoesNotContain(row, support));
        }
    }

    [Theory]
    [MemberData(nameof(Samplers))]
    public void BadSizesAreNamed(string name)
    {
        var make = Members[name].Make;
        Assert.Contains("tasks is 0; expected at least 1", Error(() => make(5, 5).Sample(1, 0)));
        Assert.Contains("Shots is 0; expected at least 1", Error(() => make(0, 5).Sample(1, 2)));
    }

    [Theory]
    [MemberData(nameof(WithQueries))]
    public void ABadQuerySizeIsNamed(string name) =>
        Assert.Contains(
            "Queries is -1; expected at least 1",
            Error(() => Members[name].Make(5, -1).Sample(1, 2))
        );

    private static string[] Rows(Tensor x) =>
        [.. Enumerable.Range(0, (int)x.shape[0]).Select(i => string.Join(' ', x[i].Doubles()))];

    private static string Error(Action act) => Assert.ThrowsAny<ArgumentException>(act).Message;
}
