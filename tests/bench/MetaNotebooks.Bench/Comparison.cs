using System.Diagnostics;
using static TorchSharp.torch;

namespace MetaNotebooks.Bench;

/// <summary>One case of one contestant.</summary>
/// <param name="Case">The case.</param>
/// <param name="Threads">Threads of libtorch.</param>
/// <param name="Contestant">The kit, or a style of PyTorch's.</param>
/// <param name="Milliseconds">Of an iteration, the median of the rounds.</param>
/// <param name="Ratio">How many times the kit's.</param>
/// <param name="Limit">
/// What part of the time its matrix products alone would take, at the rate of one large product; null where not counted.
/// </param>
/// <param name="Megabytes">By how much its process grows at most in one iteration.</param>
/// <param name="Difference">Of the result (<see cref="Case.Result"/>) from the kit's, relative to its largest number.</param>
internal sealed record Timing(
    string Case,
    int Threads,
    string Contestant,
    double Milliseconds,
    double Ratio,
    double? Limit,
    double Megabytes,
    double Difference
);

/// <summary>
/// The kit and its peers, in turn and again, on the same data: what disturbs the machine disturbs all of them. The kit
/// draws new tasks in every iteration, its peers have theirs given.
/// </summary>
internal static class Comparison
{
    /// <summary>Multiply-adds a second of a large product of matrices, the fastest of some.</summary>
    public static double ProductRate()
    {
        const int size = 1024;
        using var scope = NewDisposeScope();
        Tensor a = rand(size, size),
            b = rand(size, size);
        var least = double.MaxValue;
        for (var i = 0; i < 20; i++)
        {
            var clock = Stopwatch.StartNew();
            using var product = a.mm(b);
            least = Math.Min(least, clock.Elapsed.TotalSeconds);
        }
        return Math.Pow(size, 3) / least;
    }

    /// <summary>Times one case.</summary>
    public static IReadOnlyList<Timing> Run(Case of, Peers peers, int threads, int rounds, double productRate)
    {
        peers.Load(of);
        var result = of.Result();
        var differences = of
            .Styles.Select(style => Difference(result, peers.Result(of, style.Style)))
            .ToArray();
        var kit = new List<double>();
        var others = of.Styles.Select(_ => new List<double>()).ToArray();
        Time(of);
        for (var round = 0; round < rounds; round++)
        {
            kit.Add(Time(of));
            for (var i = 0; i < others.Length; i++)
                others[i].Add(peers.Time(of, of.Styles[i].Style, of.Styles[i].Iterations));
        }
        var own = Median(kit);
        return
        [
            new(
                of.Name,
                threads,
                "MetaNotebooks",
                1e3 * own,
                1,
                of.MultiplyAdds / productRate / own,
                MemoryCommand.Bytes(of) / 1e6,
                0
            ),
            .. others.Select(
                (times, i) =>
                    new Timing(
                        of.Name,
                        threads,
                        $"PyTorch, {of.Styles[i].Style}",
                        1e3 * Median(times),
                        Median(times) / own,
                        of.MultiplyAdds / productRate / Median(times),
                        Peers.Bytes(of, of.Styles[i].Style, threads) / 1e6,
                        differences[i]
                    )
            ),
        ];
    }

    private static double Time(Case of)
    {
        var clock = Stopwatch.StartNew();
        of.Run();
        return clock.Elapsed.TotalSeconds / of.Iterations;
    }

    private static double Difference(float[] own, float[] other) =>
        own.Zip(other, (a, b) => Math.Abs((double)a - b)).Max() / own.Max(Math.Abs);

    private static double Median(List<double> times)
    {
        var sorted = times.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
