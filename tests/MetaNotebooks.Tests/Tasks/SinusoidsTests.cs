namespace MetaNotebooks.Tests;

public class SinusoidsTests
{
    [Fact]
    public void PredictingZeroCostsWhatTheFamilySays()
    {
        using var scope = NewDisposeScope();
        // E[A²] = (5³ − 0.1³)/(3·4.9); E[sin²(x − φ)] is 1/2 because φ covers a whole period of sin².
        var expected = (125 - 0.001) / (3 * 4.9) / 2;
        var y = new Sinusoids { Shots = 50 }
            .Sample(5, 20_000)
            .SupportY.Doubles();
        Assert.InRange(y.Average(v => v * v), expected * 0.97, expected * 1.03);
        Assert.InRange(expected, 4.24, 4.26);
    }

    [Fact]
    public void PointsLieOnASinusoidOfTheFamily()
    {
        using var scope = NewDisposeScope();
        var batch = new Sinusoids { Shots = 3, DType = ScalarType.Float64 }.Sample(6, 100);
        var (x, y) = (batch.SupportX.Doubles(), batch.SupportY.Doubles());
        for (var task = 0; task < 100; task++)
        {
            // y = a sin x + b cos x through two points; the third must lie on it, A = √(a² + b²), φ = atan2(−b, a).
            var (i, j, k) = (3 * task, 3 * task + 1, 3 * task + 2);
            var determinant = Math.Sin(x[i]) * Math.Cos(x[j]) - Math.Sin(x[j]) * Math.Cos(x[i]);
            var a = (y[i] * Math.Cos(x[j]) - y[j] * Math.Cos(x[i])) / determinant;
            var b = (Math.Sin(x[i]) * y[j] - Math.Sin(x[j]) * y[i]) / determinant;
            Assert.Equal(a * Math.Sin(x[k]) + b * Math.Cos(x[k]), y[k], 1e-6);
            Assert.InRange(Math.Sqrt(a * a + b * b), 0.1 - 1e-6, 5 + 1e-6);
            Assert.InRange(Math.Atan2(-b, a), -1e-6, Math.PI + 1e-6);
            Assert.All(x[i..(k + 1)], value => Assert.InRange(value, -5, 5));
        }
    }

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    public void ASeedGivesTheseBits(ScalarType dtype)
    {
        using var scope = NewDisposeScope();
        var family = new Sinusoids
        {
            Queries = 7,
            Noise = 0.5,
            DType = dtype,
        };
        var batch = family.Sample(8, 25);
        var random = new Seed(8).Generator();
        Tensor Uniform(double low, double high, int points) =>
            random.Uniform(low, high, [25, points, 1], dtype);
        var (amplitude, phase) = (Uniform(0.1, 5, 1), Uniform(0, Math.PI, 1));
        var (supportX, queryX) = (Uniform(-5, 5, 10), Uniform(-5, 5, 7));
        var noise = random.Normal(0, 0.5, [25, 10, 1], dtype);
        Assert.Equal(supportX.Doubles(), batch.SupportX.Doubles());
        Assert.Equal((amplitude * (supportX - phase).sin() + noise).Doubles(), batch.SupportY.Doubles());
        Assert.Equal(queryX.Doubles(), batch.QueryX.Doubles());
        Assert.Equal((amplitude * (queryX - phase).sin()).Doubles(), batch.QueryY.Doubles());
    }

    [Fact]
    public void NoiseIsOnTheSupportOnly()
    {
        using var scope = NewDisposeScope();
        var batch = new Sinusoids { Shots = 50, Noise = 0.5 }.Sample(7, 400);
        var noise = (batch.SupportY - batch.Truth!(batch.SupportX)).Doubles();
        Assert.InRange(Math.Sqrt(noise.Average(e => e * e)), 0.48, 0.52);
        Assert.Equal(batch.Truth!(batch.QueryX).Doubles(), batch.QueryY.Doubles());
    }
}
