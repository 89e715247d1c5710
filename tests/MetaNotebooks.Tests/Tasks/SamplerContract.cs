namespace MetaNotebooks.Tests;

/// <summary>What every task sampler must hold to, written once.</summary>
public class SamplerContract
{
    public static TheoryData<string> Samplers => [.. Members.Keys];

    private static readonly Dictionary<string, Func<int, int, ITaskSampler>> Members = new()
    {
        ["sinusoids"] = (shots, queries) => new Sinusoids { Shots = shots, Queries = queries },
        ["linear"] = (shots, queries) => new LinearTasks { Shots = shots, Queries = queries },
        ["linear, 10 inputs"] = (shots, queries) =>
            new LinearTasks
            {
                Inputs = 10,
                Shots = shots,
                Queries = queries,
            },
    };

    private static double[][] Parts(TaskBatch batch) =>
        [batch.SupportX.Doubles(), batch.SupportY.Doubles(), batch.QueryX.Doubles(), batch.QueryY.Doubles()];

    [Theory]
    [MemberData(nameof(Samplers))]
    public void QuerySizeIsIndependentOfShots(string name)
    {
        using var scope = NewDisposeScope();
        foreach (var (shots, queries) in new[] { (1, 7), (5, 1), (3, 15) })
        {
            var batch = Members[name](shots, queries).Sample(3, tasks: 4);
            Assert.Equal(4, batch.Tasks);
            Assert.Equal([4, shots], batch.SupportX.shape[..2]);
            Assert.Equal([4, shots], batch.SupportY.shape[..2]);
            Assert.Equal([4, queries], batch.QueryX.shape[..2]);
            Assert.Equal([4, queries], batch.QueryY.shape[..2]);
        }
    }

    [Theory]
    [MemberData(nameof(Samplers))]
    public void ASeedGivesTheSameTasksAndAnotherSeedOthers(string name)
    {
        using var scope = NewDisposeScope();
        var sampler = Members[name](5, 5);
        Assert.Equal(Parts(sampler.Sample(11, 6)), Parts(sampler.Sample(11, 6)));
        Assert.All(
            Parts(sampler.Sample(11, 6)).Zip(Parts(sampler.Sample(12, 6))),
            p => Assert.NotEqual(p.First, p.Second)
        );
    }

    [Theory]
    [MemberData(nameof(Samplers))]
    public void SupportAndQueryArePointsOfOneFunctionButNotTheSamePoints(string name)
    {
        using var scope = NewDisposeScope();
        var batch = Members[name](5, 5).Sample(1, 8);
        Assert.Equal(batch.Truth!(batch.SupportX).Doubles(), batch.SupportY.Doubles());
        Assert.Equal(batch.Truth!(batch.QueryX).Doubles(), batch.QueryY.Doubles());
        Assert.Empty(batch.SupportX.Doubles().Intersect(batch.QueryX.Doubles()));
    }

    [Theory]
    [MemberData(nameof(Samplers))]
    public void BadSizesAreNamed(string name)
    {
        Assert.Contains("tasks is 0; expected at least 1", Error(() => Members[name](5, 5).Sample(1, 0)));
        Assert.Contains("Shots is 0; expected at least 1", Error(() => Members[name](0, 5).Sample(1, 2)));
        Assert.Contains("Queries is -1; expected at least 1", Error(() => Members[name](5, -1).Sample(1, 2)));
    }

    private static string Error(Action act) => Assert.ThrowsAny<ArgumentException>(act).Message;
}
