namespace MetaNotebooks.Tests;

/// <summary>
/// Whatever of the kit's a run is made of: a change of any argument or property changes its description,
/// equal ones give equal descriptions, and none of it needs a key.
/// </summary>
public sealed class DescriptionContract : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose()
    {
        scope.Dispose();
        folder.Dispose();
    }

    public static TheoryData<string> Parts => [.. KitParts.All.Keys];

    private string Described(object part)
    {
        var (learner, tasks, optimiser) = KitParts.With(part);
        var path = folder["run"];
        File.Delete(path);
        Trainer.Train(
            learner,
            tasks,
            new()
            {
                Iterations = 0,
                Optimiser = optimiser,
                Checkpoint = new(path),
            }
        );
        var fields = TrainingCheckpoint
            .Load(path)
            .Configuration.OrderBy(field => field.Key, StringComparer.Ordinal);
        return string.Join("\n", fields.Select(field => $"{field.Key}: {field.Value}"));
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void EveryArgumentIsDescribed(string name)
    {
        var (_, slots, make) = KitParts.All[name];
        string With(int changed) =>
            Described(make([.. slots.Select((slot, i) => KitParts.Value(slot, other: i == changed))]));
        var described = With(-1);
        Assert.Equal(described, With(-1));
        for (var i = 0; i < slots.Count; i++)
            if (slots[i].Type != typeof(void))
                Assert.True(
                    described != With(i),
                    $"{slots[i].Name} of {name} is not described:\n{described}"
                );
    }

    [Fact]
    public void EveryKindIsThere() =>
        Assert.Superset(
            new HashSet<string>([
                "AdaptiveLearner",
                "Mann",
                "Conv4",
                "HeadOnly",
                "Recomputed",
                "TopicTasks",
                "LinearDecay",
                "Anil.Create",
            ]),
            KitParts.All.Keys.ToHashSet()
        );
}
