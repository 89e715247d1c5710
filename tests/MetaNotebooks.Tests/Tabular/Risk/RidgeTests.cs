namespace MetaNotebooks.Tests;

public class RidgeTests
{
    private static TaskBatch Problems(int inputs, int points) =>
        new LinearTasks
        {
            Inputs = inputs,
            Shots = points,
            Noise = 0.5,
            DType = ScalarType.Float64,
        }.Sample(3, 4);

    [Theory]
    [InlineData(5, 20, 0.1)]
    [InlineData(8, 4, 0.01)]
    [InlineData(1, 1, 10)]
    public void EqualsTheNormalEquations(int inputs, int points, double strength)
    {
        using var scope = NewDisposeScope();
        var problems = Problems(inputs, points);
        var theta = new Ridge(strength).Fit(problems.SupportX, problems.SupportY);
        for (var t = 0; t < 4; t++)
        {
            var (x, y) = (problems.SupportX[t].Doubles(), problems.SupportY[t].Doubles());
            double[] expected = NormalEquations(x, y, inputs, strength);
            double[] actual = [.. theta[0][t].Doubles(), .. theta[1][t].Doubles()];
            Assert.True(Numbers.RelativeError(actual, expected) < 1e-10);
        }
    }

    [Fact]
    public void SeveralTargetsAreSeveralRegressions()
    {
        using var scope = NewDisposeScope();
        var problems = Problems(3, 10);
        var (x, y) = (problems.SupportX, problems.SupportY);
        var both = new Ridge(0.2).Fit(x, cat([y, y.sin()], -1));
        var second = new Ridge(0.2).Fit(x, y.sin());
        Assert.True(Numbers.RelativeError(both[0].narrow(2, 1, 1), second[0]) < 1e-12);
        Assert.True(Numbers.RelativeError(both[1].narrow(2, 1, 1), second[1]) < 1e-12);
    }

    [Fact]
    public void ThePathHoldsTheMinimaAndShrinksToNothing()
    {
        using var scope = NewDisposeScope();
        var problems = Problems(5, 20);
        var (x, y) = (problems.SupportX, problems.SupportY);
        var strengths = RegularisationPath.Strengths(1e-3, 1e9, 13);
        Assert.Equal([1e-3, 1e-2], strengths.Take(2).Select(s => Math.Round(s, 12)));
        var path = new Ridge(1).Path(x, y, strengths);
        Assert.Equal([13, 4, 5, 1], path[0].shape);
        Assert.Equal([13, 4, 1, 1], path[1].shape);
        Assert.Equal(new Ridge(strengths[4]).Fit(x, y)[0].Doubles(), path[0][4].Doubles());
        var norms = path[0].square().sum([2L, 3L]).Doubles().Chunk(4).ToArray();
        for (var s = 1; s < 13; s++)
            Assert.All(norms[s].Zip(norms[s - 1]), pair => Assert.True(pair.First < pair.Second));
        Assert.All(norms[^1], norm => Assert.True(norm < 1e-12));
        Assert.True(Numbers.RelativeError(path[1][12], y.mean([1], keepdim: true)) < 1e-6);
    }

    [Fact]
    public void BadArgumentsAreNamed()
    {
        using var scope = NewDisposeScope();
        string Error(Action act) => Assert.ThrowsAny<ArgumentException>(act).Message;
        var (x, y) = (ones(2, 3, 4), ones(2, 3, 1));
        Assert.Contains("Strength is 0; expected", Error(() => new Ridge(0).Fit(x, y)));
        Assert.Contains(
            "x has shape [2, 3]; expected [T, n, d]",
            Error(() => new Ridge(1).Fit(x[0, .., ..2].T, y))
        );
        Assert.Contains(
            "y has shape [2, 2, 1]; expected [2, 3, …]",
            Error(() => new Ridge(1).Fit(x, y[.., ..2]))
        );
        Assert.Contains("x holds numbers that are not finite", Error(() => new Ridge(1).Fit(x / 0, y)));
        Assert.Contains("low is -1", Error(() => RegularisationPath.Strengths(-1, 1, 3)));
        Assert.Contains("strengths.Count is 0", Error(() => new Ridge(1).Path(x, y, [])));
    }

    // ([X 1]ᵀ[X 1] + nλ diag(1 … 1, 0)) θ = [X 1]ᵀy by Gaussian elimination with pivots.
    private static double[] NormalEquations(double[] x, double[] y, int d, double strength)
    {
        var rows = y.Select((_, i) => (double[])[.. x[(i * d)..((i + 1) * d)], 1]).ToArray();
        var a = new double[d + 1, d + 2];
        for (var i = 0; i <= d; i++)
        {
            for (var j = 0; j <= d; j++)
                a[i, j] = rows.Sum(row => row[i] * row[j]);
            a[i, d + 1] = rows.Zip(y, (row, target) => row[i] * target).Sum();
            if (i < d)
                a[i, i] += y.Length * strength;
        }
        for (var k = 0; k <= d; k++)
        {
            var pivot = Enumerable.Range(k, d + 1 - k).MaxBy(i => Math.Abs(a[i, k]));
            for (var j = 0; j <= d + 1; j++)
                (a[k, j], a[pivot, j]) = (a[pivot, j], a[k, j]);
            for (var i = 0; i <= d; i++)
            {
                var factor = a[i, k] / a[k, k];
                for (var j = k; j <= d + 1 && i != k; j++)
                    a[i, j] -= factor * a[k, j];
            }
        }
        return [.. Enumerable.Range(0, d + 1).Select(i => a[i, d + 1] / a[i, i])];
    }
}
