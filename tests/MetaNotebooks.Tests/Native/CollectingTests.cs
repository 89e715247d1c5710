namespace MetaNotebooks.Tests;

/// <summary>Alone: all that runs beside a collector is slow.</summary>
[CollectionDefinition(nameof(CollectingTests), DisableParallelization = true)]
public class CollectingAlone;

/// <summary>
/// Nothing is freed while libtorch still uses it: beside a thread that collects without pause, every part of the core
/// gives the bits that it gives without, and the process lives. With TorchSharp's original assembly it does not.
/// </summary>
[Trait("Speed", "slow")]
[Collection(nameof(CollectingTests))]
public class CollectingTests
{
    // One collection in a thousand or so meets a native call that it can harm. Fixed numbers, since on a machine with
    // much else to do each can take long.
    private const int Collections = 12;
    private const int Rounds = 4;

    public static MatrixTheoryData<string, int> Kinds => new([.. Part.ByKind.Keys], [1, 2]);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task BesideACollectorEveryPartGivesTheSameBits(string kind, int threads)
    {
        Part[] parts = [.. Part.ByKind[kind]];
        var expected = Run(parts, () => { });
        Assert.All(expected, part => Assert.NotEmpty(part.Numbers));
        // Files are long in reading.
        for (var round = 0; round < (kind == "readers" ? 1 : Rounds); round++)
        {
            using var collector = new Collector();
            var runs = Enumerable
                .Range(0, threads)
                .Select(_ =>
                    Task.Factory.StartNew(
                        () => Run(parts, () => collector.Ask(Collections)),
                        TaskCreationOptions.LongRunning
                    )
                );
            foreach (var actual in await Task.WhenAll(runs.ToArray()))
                Assert.All(
                    expected.Zip(actual),
                    pair =>
                    {
                        Assert.Equal(pair.First.Name, pair.Second.Name);
                        Assert.Equal(pair.First.Numbers, pair.Second.Numbers);
                    }
                );
        }
    }

    // One of libtorch's threads for each of ours: more would wait for each other.
    private static (string Name, double[][] Numbers)[] Run(Part[] parts, Action before)
    {
        var threads = get_num_threads();
        set_num_threads(1);
        try
        {
            return
            [
                .. parts.Select(one =>
                {
                    before();
                    return (one.Name, one.Run().ToArray());
                }),
            ];
        }
        finally
        {
            set_num_threads(threads);
        }
    }
}
