namespace MetaNotebooks.Tests;

public class IntervalTests
{
    [Fact]
    public void IsMeanAndOnePointNineSixStandardErrors()
    {
        var interval = Interval.Of([2, 4, 4, 4, 5, 5, 7, 9]);
        // The textbook sample: mean 5, squared deviations 32 over n − 1 = 7.
        Assert.Equal(5, interval.Mean, 1e-12);
        Assert.Equal(1.96 * Math.Sqrt(32.0 / 7 / 8), interval.HalfWidth, 1e-12);
        Assert.Equal("5.000 ± 1.482", interval.ToString());
    }

    [Fact]
    public void CoversTheTruthNineteenTimesInTwenty()
    {
        var random = new Random(1);
        var covered = Enumerable
            .Range(0, 4000)
            .Select(_ => Interval.Of([.. Enumerable.Range(0, 100).Select(_ => random.NextNormal())]))
            .Count(interval => interval.Low < 0 && 0 < interval.High);
        // Binomial deviation of 4000 trials at 0.95 is 14; at n = 100 the normal approximation covers 0.947.
        Assert.InRange(covered, 4000 * 0.947 - 60, 4000 * 0.947 + 60);
    }

    [Fact]
    public void NeedsTwoValues() =>
        Assert.Contains(
            "expected at least 2",
            Assert.Throws<ArgumentOutOfRangeException>(() => Interval.Of([1])).Message
        );
}
