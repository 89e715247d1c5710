namespace MetaNotebooks.Tests;

public sealed class PolynomialsTests : ISamplerCases
{
    public IEnumerable<SamplerCase> Cases =>
        [new("polynomials", (shots, queries) => new Polynomials { Shots = shots, Queries = queries })];

    // Differences of order d + 1 on even steps vanish for a polynomial of degree d, and those of order d do not.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    public void TheDegreeIsThePlantedOne(int degree)
    {
        using var scope = NewDisposeScope();
        var tasks = new Polynomials { Degree = degree, DType = ScalarType.Float64 }.Sample(1, 50);
        var x = linspace(-1, 1, degree + 2, ScalarType.Float64).reshape(1, -1, 1).repeat(50, 1, 1);
        var y = tasks.Truth!(x);
        for (var t = 0; t < 50; t++)
        {
            var differences = y[t].Doubles();
            for (var order = 0; order < degree; order++)
                differences = [.. differences.Zip(differences.Skip(1), (a, b) => b - a)];
            Assert.All(differences, d => Assert.True(Math.Abs(d) > 0.1));
            Assert.Equal(differences[0], differences[1], 1e-10);
        }
    }

    [Fact]
    public void LegendresAreTheirClosedFormsAndOrthogonal()
    {
        using var scope = NewDisposeScope();
        const int points = 20_001;
        var x = linspace(-1, 1, points, ScalarType.Float64).reshape(-1, 1);
        var p = Polynomials.Legendre(x, 4);
        var (at, values) = (x.Doubles(), p.Doubles());
        for (var i = 0; i < points; i += 1000)
        {
            Assert.Equal((3 * at[i] * at[i] - 1) / 2, values[5 * i + 2], 1e-14);
            Assert.Equal((35 * Math.Pow(at[i], 4) - 30 * at[i] * at[i] + 3) / 8, values[5 * i + 4], 1e-14);
        }
        var gram = p.transpose(0, 1).matmul(p).Doubles();
        for (var j = 0; j < 25; j++)
            // ∫PᵢPⱼ = 2/(2i + 1) on the diagonal; the sum over points is that times the points' density.
            Assert.Equal(j % 6 == 0 ? 1.0 / (2 * (j / 6) + 1) : 0, gram[j] / points, 1e-4);
    }

    [Fact]
    public void NoiseIsOnTheSupportOnly()
    {
        using var scope = NewDisposeScope();
        var batch = new Polynomials { Shots = 50, Noise = 0.5 }.Sample(7, 400);
        var noise = (batch.SupportY - batch.Truth!(batch.SupportX)).Doubles();
        Assert.InRange(Math.Sqrt(noise.Average(e => e * e)), 0.48, 0.52);
        Assert.Equal(batch.Truth!(batch.QueryX).Doubles(), batch.QueryY.Doubles());
    }

    [Fact]
    public void BadSettingsAreNamed()
    {
        static string Error(Polynomials family) =>
            Assert.ThrowsAny<ArgumentException>(() => family.Sample(1, 1)).Message;
        Assert.Contains("Degree is -1; expected at least 0", Error(new() { Degree = -1 }));
        Assert.Contains(
            "Coefficient is 0; expected a finite number above 0",
            Error(new() { Coefficient = (0, 1) })
        );
    }
}
