namespace MetaNotebooks.Tests;

public class SeedTests
{
    [Fact]
    public void SplitsAndPositionsAreDistinctAndStable()
    {
        Seed seed = 7;
        var seeds = new[] { "a", "b", "ab", "ba" }
            .Select(seed.Split)
            .Concat(Enumerable.Range(0, 10_000).Select(i => seed.At(i)))
            .Append(seed)
            .ToList();
        Assert.Equal(seeds.Count, seeds.Distinct().Count());
        Assert.Equal(seed.Split("tasks").At(3), new Seed(7).Split("tasks").At(3));
    }

    [Fact]
    public void NeighbouringPositionsGiveUncorrelatedNumbers()
    {
        const int n = 20_000;
        double[] first = [.. Enumerable.Range(0, n).Select(i => new Seed(1).At(i).Generator().NextDouble())];
        double[] next = [.. Enumerable.Range(1, n).Select(i => new Seed(1).At(i).Generator().NextDouble())];
        var covariance = first.Zip(next, (a, b) => (a - 0.5) * (b - 0.5)).Average();
        // Under independence the correlation is normal with deviation 1/√n; five deviations.
        Assert.InRange(covariance * 12, -5 / Math.Sqrt(n), 5 / Math.Sqrt(n));
        Assert.InRange(first.Average(), 0.5 - 5 / Math.Sqrt(12 * n), 0.5 + 5 / Math.Sqrt(12 * n));
    }

    // The seeds of 20 runs' batches, of which a generator of 31 bits would begin some ten pairs alike, and
    // seeds that differ in low bits alone.
    [Fact]
    public void NoTwoSeedsGiveTheSameNumbers()
    {
        var seeds = Enumerable
            .Range(0, 100_000)
            .Select(i => new Seed((ulong)i))
            .Concat(Enumerable.Range(0, 20).SelectMany(run => Batches(run, 10_000)))
            .ToArray();
        var first = seeds.Select(seed => Bits(seed.Generator())).ToHashSet();
        Assert.Equal(seeds.Length, first.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(int.MaxValue)]
    public void WholeNumbersStayBelowTheirEndAndAreEquallyFrequent(int end)
    {
        const int draws = 40_000;
        var random = new Seed(5).Generator();
        var parts = Math.Min(end, 10);
        var counts = new int[parts];
        for (var i = 0; i < draws; i++)
            counts[(long)random.Next(end) * parts / end]++;
        // Each count is binomial; five deviations.
        var expected = draws / (double)parts;
        Assert.All(
            counts,
            count =>
                Assert.InRange(count, expected - 5 * Math.Sqrt(expected), expected + 5 * Math.Sqrt(expected))
        );
        Assert.Equal(7, random.Next(7, 7));
        Assert.InRange(random.Next(int.MinValue, int.MaxValue), int.MinValue, int.MaxValue - 1);
        Assert.InRange(random.NextInt64(long.MinValue, long.MaxValue), long.MinValue, long.MaxValue - 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => random.Next(-1));
    }

    // The outputs that the authors' C code gives, as in the tests of Rust's rand_xoshiro.
    [Fact]
    public void TheGeneratorIsXoshiro256StarStar()
    {
        ulong[] expected =
        [
            11520,
            0,
            1509978240,
            1215971899390074240,
            1216172134540287360,
            607988272756665600,
            16172922978634559625,
            8476171486693032832,
            10595114339597558777,
            2904607092377533576,
        ];
        var random = new Xoshiro(1, 2, 3, 4);
        Assert.Equal(expected, Enumerable.Range(0, 10).Select(_ => random.NextBits()));
    }

    [Fact]
    public void TheNumbersOfASeedAreTheSameOnEveryMachine()
    {
        // SplitMix64's published outputs for state 0: a seed from a number, and the state of a generator.
        ulong[] outputs = [0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4, 0x06C45D188009454F, 0xF88BB8A8724C81EC];
        Assert.Equal(outputs[0], new Seed(0).Value);
        var expected = new Xoshiro(outputs[0], outputs[1], outputs[2], outputs[3]).NextDouble();
        Assert.Equal(expected, new Seed(0UL).Generator().NextDouble());
    }

    private static IEnumerable<Seed> Batches(int run, int iterations) =>
        Enumerable.Range(1, iterations).Select(i => new Seed(run).Split("tasks").At(i));

    private static ulong Bits(Random random)
    {
        Span<byte> bits = stackalloc byte[sizeof(ulong)];
        random.NextBytes(bits);
        return BitConverter.ToUInt64(bits);
    }
}
