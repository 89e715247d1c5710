namespace MetaNotebooks.Tests;

public class LogisticRegressionTests
{
    private static (Tensor X, Tensor Y) Problems(int inputs, int points)
    {
        var problems = new LinearTasks
        {
            Inputs = inputs,
            Shots = points,
            Noise = 1,
            DType = ScalarType.Float64,
        }.Sample(5, 4);
        var middle = problems.SupportY.mean([1], keepdim: true);
        return (problems.SupportX, problems.SupportY.gt(middle).to(ScalarType.Int64).squeeze(-1));
    }

    [Theory]
    [InlineData(Penalty.L2, 6, 40, 0.01)]
    [InlineData(Penalty.L2, 6, 40, 1e-4)]
    [InlineData(Penalty.L2, 30, 10, 0.001)]
    [InlineData(Penalty.L2, 2, 2, 100)]
    [InlineData(Penalty.L1, 6, 40, 0.01)]
    [InlineData(Penalty.L1, 6, 40, 1e-4)]
    [InlineData(Penalty.L1, 30, 10, 0.02)]
    [InlineData(Penalty.L1, 2, 2, 100)]
    public void TheOptimumSatisfiesItsConditions(Penalty penalty, int inputs, int points, double strength)
    {
        using var scope = NewDisposeScope();
        var (x, y) = Problems(inputs, points);
        var theta = new LogisticRegression(strength, penalty).Fit(x, y);
        Assert.Equal([4, inputs, 2], theta[0].shape);
        Assert.Equal([4, 1, 2], theta[1].shape);
        Assert.All(theta, part => Assert.All(part.select(-1, 0).Doubles(), value => Assert.Equal(0, value)));
        for (var t = 0; t < 4; t++)
        {
            var weights = theta[0][t].select(-1, 1).Doubles();
            var bias = theta[1][t].select(-1, 1).Doubles()[0];
            var (slopes, last) = LossSlopes(x[t].Doubles(), y[t].Doubles(), weights, bias);
            Assert.InRange(last, -1e-6, 1e-6);
            foreach (var (w, slope) in weights.Zip(slopes))
                if (penalty == Penalty.L2)
                    Assert.InRange(slope + 2 * strength * w, -1e-6, 1e-6);
                else if (w == 0)
                    Assert.InRange(Math.Abs(slope), 0, strength + 1e-6);
                else
                    Assert.InRange(slope + strength * Math.Sign(w), -1e-6, 1e-6);
        }
    }

    [Fact]
    public void AnL1PathStartsWhereNoWeightIsLeftAndFindsThePlantedOnes()
    {
        using var scope = NewDisposeScope();
        var random = new Seed(2).Generator();
        var x = random.Normal(0, 1, [1, 400, 12], ScalarType.Float64);
        var z = 3 * x.narrow(2, 4, 1) - 2 * x.narrow(2, 7, 1);
        var y = z.gt(random.Normal(0, 0.5, [1, 400, 1], ScalarType.Float64)).to(ScalarType.Int64).squeeze(-1);
        var most = LogisticRegression.SparsestStrength(x, y).Doubles()[0];
        double[] Weights(double strength) =>
            new LogisticRegression(strength, Penalty.L1).Fit(x, y)[0].select(-1, 1).Doubles();
        Assert.All(Weights(most * 1.001), w => Assert.Equal(0, w));
        Assert.Equal(4, Array.FindIndex(Weights(most * 0.98), w => w != 0));
        var planted = Weights(most * 0.25);
        Assert.Equal([4, 7], Enumerable.Range(0, 12).Where(j => planted[j] != 0));
        Assert.True(planted[4] > 0 && planted[7] < 0);
    }

    [Fact]
    public void AConstantColumnAndSeparableClassesDoNoHarm()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new double[] { -2, 0, -1, 0, 1, 0, 2, 0 }, [1, 4, 2]);
        var y = tensor(new long[] { 0, 0, 1, 1 }, [1, 4]);
        foreach (var penalty in new[] { Penalty.L1, Penalty.L2 })
        {
            var theta = new LogisticRegression(1e-5, penalty).Fit(x, y);
            Assert.Equal(0, theta[0].select(-1, 1).Doubles()[1], 1e-9);
            Assert.Equal(1, Losses.Accuracy.Of(new Linear(2, 2).Forward(theta, x), y).Doubles()[0]);
        }
    }

    [Fact]
    public void BadArgumentsAreNamed()
    {
        using var scope = NewDisposeScope();
        string Error(Tensor x, Tensor y) =>
            Assert.ThrowsAny<ArgumentException>(() => new LogisticRegression(1).Fit(x, y)).Message;
        var (x, y) = Problems(2, 4);
        Assert.Contains("y is Float64 of shape [4, 4]; expected classes", Error(x, y.to(ScalarType.Float64)));
        Assert.Contains("y holds classes 0 to 2; expected 0 to 1", Error(x, y * 2));
        Assert.Contains("y of problem 0 holds class 0 only", Error(x, zeros_like(y)));
        Assert.Contains("y has shape [4, 3]; expected [4, 4, …]", Error(x, y[.., ..3]));
        Assert.Contains(
            "Strength is -1",
            Assert
                .ThrowsAny<ArgumentException>(() => new LogisticRegression(-1, Penalty.L1).Fit(x, y))
                .Message
        );
    }

    // The slope of the mean log loss by each weight and by the bias, one point after the other.
    private static (double[] Weights, double Bias) LossSlopes(double[] x, double[] y, double[] w, double b)
    {
        var (slopes, last) = (new double[w.Length], 0.0);
        for (var i = 0; i < y.Length; i++)
        {
            var row = x[(i * w.Length)..((i + 1) * w.Length)];
            var off = 1 / (1 + Math.Exp(-row.Zip(w, (a, c) => a * c).Sum() - b)) - y[i];
            for (var j = 0; j < w.Length; j++)
                slopes[j] += off * row[j] / y.Length;
            last += off / y.Length;
        }
        return (slopes, last);
    }
}
