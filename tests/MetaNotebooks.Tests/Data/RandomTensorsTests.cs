namespace MetaNotebooks.Tests;

public class RandomTensorsTests
{
    private const int Count = 100_000;

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    public void UniformFillsItsRange(ScalarType dtype)
    {
        using var scope = NewDisposeScope();
        var x = new Random(1).Uniform(-2, 3, [Count], dtype);
        Assert.Equal(dtype, x.dtype);
        var values = x.Doubles();
        Assert.True(values.Min() >= -2 && values.Max() <= 3);
        // Mean 0.5, deviation 5/√12; five deviations of the mean.
        Assert.InRange(
            values.Average(),
            0.5 - 5 * 1.4434 / Math.Sqrt(Count),
            0.5 + 5 * 1.4434 / Math.Sqrt(Count)
        );
    }

    [Fact]
    public void NormalHasItsMomentsAndTails()
    {
        using var scope = NewDisposeScope();
        var values = new Random(2).Normal(1, 2, [Count], ScalarType.Float64).Doubles();
        double[] z = [.. values.Select(v => (v - 1) / 2)];
        Assert.InRange(z.Average(), -5 / Math.Sqrt(Count), 5 / Math.Sqrt(Count));
        Assert.InRange(z.Average(v => v * v), 1 - 5 * Math.Sqrt(2.0 / Count), 1 + 5 * Math.Sqrt(2.0 / Count));
        // P(|z| < 1.96) = 0.95.
        Assert.InRange(z.Count(v => Math.Abs(v) < 1.959964) / (double)Count, 0.9466, 0.9534);
    }
}
