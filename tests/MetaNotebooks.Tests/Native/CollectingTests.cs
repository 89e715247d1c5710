namespace MetaNotebooks.Tests;

/// <summary>Alone: all that runs beside a collector is slow.</summary>
[CollectionDefinition(nameof(CollectingTests), DisableParallelization = true)]
public class CollectingAlone;

/// <summary>
/// Nothing is freed while libtorch still uses it: beside a thread that collects again and again, every part of the core
/// gives the bits that it gives without, and the process lives. With TorchSharp's original assembly it dies.
/// </summary>
[Collection(nameof(CollectingTests))]
public class CollectingTests
{
    // About one collection in thousands meets a native call; files are long in reading, and read once.
    private static int Rounds(string kind) => kind == "readers" ? 1 : 4;

    public static MatrixTheoryData<string, int> Kinds => new([.. Part.ByKind.Keys], [1, 2]);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task BesideACollectorEveryPartGivesTheSameBits(string kind, int threads)
    {
        Part[] parts = [.. Part.ByKind[kind]];
        (string Name, double[][] Numbers)[] Run() =>
            [.. parts.Select(one => (one.Name, one.Run().ToArray()))];
        var expected = Run();
        Assert.All(expected, part => Assert.NotEmpty(part.Numbers));
        using var collector = new Collector();
        for (var round = 0; round < Rounds(kind); round++)
        {
            var runs = Enumerable
                .Range(0, threads)
                .Select(_ => Task.Factory.StartNew(Run, TaskCreationOptions.LongRunning));
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
}
