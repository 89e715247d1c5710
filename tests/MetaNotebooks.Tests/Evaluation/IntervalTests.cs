namespace MetaNotebooks.Tests;

public class IntervalTests
{
    [Fact]
    public void IsMeanAndStandardErrorsByStudentsT()
    {
        double[] values = [2, 4, 4, 4, 5, 5, 7, 9];
        var interval = Interval.Of(values);
        // The textbook sample: mean 5, squared deviations 32 over n − 1 = 7; t for 7 is 2.3646.
        Assert.Equal(5, interval.Mean, 1e-12);
        Assert.Equal(Math.Sqrt(32.0 / 7 / 8), Interval.StandardError(values), 1e-12);
        Assert.Equal(2.3646 * Math.Sqrt(32.0 / 7 / 8), interval.HalfWidth, 1e-4);
        Assert.Equal("5.000 ± 1.787", interval.ToString());
    }

    // The table for 0.975 of the NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2, at n − 1.
    [Theory]
    [InlineData(2, 12.706)]
    [InlineData(3, 4.303)]
    [InlineData(5, 2.776)]
    [InlineData(10, 2.262)]
    [InlineData(31, 2.042)]
    [InlineData(101, 1.984)]
    [InlineData(1000, 1.962)]
    [InlineData(1_000_000, 1.960)]
    public void TheQuantileIsThatOfTheTable(int count, double quantile)
    {
        // Squared deviations 2 in all.
        double[] values = [1, -1, .. Enumerable.Repeat(0.0, count - 2)];
        var error = Math.Sqrt(2.0 / (count - 1) / count);
        Assert.Equal(quantile, Interval.Of(values).HalfWidth / error, 0.0006);
    }

    // With 1.96 in place of t, three values would cover it 81 times in a hundred, and five 88 times.
    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(100)]
    public void CoversTheTruthNineteenTimesInTwenty(int count)
    {
        var random = new Random(1);
        var covered = Enumerable
            .Range(0, 4000)
            .Select(_ => Interval.Of([.. Enumerable.Range(0, count).Select(_ => random.NextNormal())]))
            .Count(interval => interval.Low < 0 && 0 < interval.High);
        // Binomial deviation of 4000 trials at 0.95 is 14.
        Assert.InRange(covered, 4000 * 0.95 - 60, 4000 * 0.95 + 60);
    }

    [Fact]
    public void NeedsTwoValues()
    {
        void Refused(Func<double[], object> of, params double[] values) =>
            Assert.Contains(
                $"values is {values.Length}; expected at least 2",
                Assert.Throws<ArgumentOutOfRangeException>(() => of(values)).Message
            );
        Refused(values => Interval.Of(values), 1);
        Refused(values => Interval.Of(values));
        Refused(values => Interval.StandardError(values), 1);
    }
}
