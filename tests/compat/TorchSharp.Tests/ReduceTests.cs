using static TorchSharp.torch;

namespace TorchSharp.Tests;

public class ReduceTests
{
    // [2, 3]
    private static readonly Tensor x = tensor(
        new[,]
        {
            { 1.0, 5.0, 2.0 },
            { -3.0, 0.5, 4.0 },
        }
    );

    [Fact]
    public void Sums()
    {
        Near.Equal(9.5, x.sum());
        Near.Equal([-2, 5.5, 6], x.sum(0L));
        Near.Equal([8, 1.5], x.sum(1L));
        Near.Shape(x.sum(1L, true), 2, 1);
        Near.Equal(9.5, x.sum([0L, 1L]));
        Near.Equal(9.5, x.sum(0L, 1L));
        Near.Equal(9.5 / 6, x.mean());
        Near.Equal([8.0 / 3, 0.5], x.mean([1L]));
        Near.Shape(x.mean([1L], true), 2, 1);
        Near.Equal(-60, x.prod());
        Near.Equal([10, -6], x.prod(1L));
        Near.Equal([1, 6, 8, -3, -2.5, 1.5], x.cumsum(1));
        Near.Equal([1, 5, 10, -3, -1.5, -6], x.cumprod(1));
        Assert.Equal(6, x.count_nonzero().item<long>());
        Assert.Equal(ScalarType.Float64, ones(3).sum(ScalarType.Float64).dtype);
    }

    [Fact]
    public void Spread()
    {
        double[] row = [1, 5, 2];
        var mean = row.Average();
        var squares = row.Sum(v => (v - mean) * (v - mean));
        Near.Equal(squares / 2, x[0].var());
        Near.Equal(squares / 3, x[0].var(0L, false));
        Near.Equal(Math.Sqrt(squares / 2), x[0].std());
        Near.Equal(Math.Sqrt(squares / 3), x.std(1L, false)[0]);
        Near.Equal(squares / 2, x.var([1L])[0]);
        Near.Shape(x.var(1L, true, true), 2, 1);
        var (std, average) = x[0].std_mean();
        Near.Equal(Math.Sqrt(squares / 2), std);
        Near.Equal(mean, average);
    }

    [Fact]
    public void SpreadOfAllElementsMayBeBiased()
    {
        // Of 1, 3 and 5: the squares of the distances add up to 8.
        var v = tensor(new[] { 1.0, 3.0, 5.0 });
        Near.Equal(Math.Sqrt(8.0 / 3), v.std(unbiased: false));
        Near.Equal(8.0 / 3, v.var_mean(false).Item1);
        Stack.SkipOnNuget("The real package divides by n - 1 here whatever it is told.");
        Near.Equal(8.0 / 3, v.var(unbiased: false));
    }

    [Fact]
    public void Norms()
    {
        var v = tensor(new[] { 3.0, -4.0 });
        Near.Equal(5, v.norm());
        Near.Equal(7, v.norm(1f));
        Near.Equal(5, linalg.norm(v));
        Near.Equal(5, linalg.vector_norm(v));
        Near.Equal(4, linalg.vector_norm(v, double.PositiveInfinity));
        Near.Equal([Math.Sqrt(30), Math.Sqrt(25.25)], x.norm(1));
        Near.Equal(Math.Sqrt(55.25), linalg.matrix_norm(x));
    }

    [Fact]
    public void Extremes()
    {
        Near.Equal(5, x.max());
        Near.Equal(-3, x.min());
        var (values, places) = x.max(1);
        Near.Equal([5, 4], values);
        Near.Equal([1, 2], places);
        Near.Equal([-3, 0.5, 2], x.min(0).Item1);
        Near.Shape(x.max(1, true).Item1, 2, 1);
        Near.Equal([5, 4], x.amax([1L]));
        Near.Equal([1, -3], x.amin([1L]));
        Assert.Equal(1, x.argmax().item<long>());
        Near.Equal([1, 2], x.argmax(1));
        Near.Equal([0, 0], x.argmin(1));
        Near.Equal(1, x.median());
        Near.Equal([1.5, 3.5], x[0].quantile(tensor(new[] { 0.25, 0.75 })));
        Near.Equal(1.5, x.quantile(tensor(0.5)));
    }
}
