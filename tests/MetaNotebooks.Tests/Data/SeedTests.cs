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

    [Fact]
    public void TheNumbersOfASeedAreTheSameOnEveryMachine()
    {
        // SplitMix64's published first output for state 0, and what .NET's generator makes of its upper 31 bits.
        Assert.Equal(0xE220A8397B1DCDAFUL, new Seed(0).Value);
        Assert.Equal(new Random((int)(0xE220A8397B1DCDAFUL >> 33)).Next(), new Seed(0).Generator().Next());
    }
}
