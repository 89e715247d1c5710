using TorchSharp;

namespace MetaNotebooks.Tests;

/// <summary>
/// Distances do not depend on where the points lie. Points that are whole eighths, moved by whole numbers,
/// are moved without rounding: whatever depends on their distances alone must give the same.
/// </summary>
public sealed class FarFromZeroTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    public static TheoryData<float> Places => [0, 3, -1000, 100_000, 1_000_000];

    private static Tensor Points(int seed, params long[] shape) =>
        (new Random(seed).Uniform(-4, 4, shape) * 8).round() / 8;

    private static readonly Tensor Labels = arange(3).repeat(2).expand(2, 6).DetachFromDisposeScope();

    [Theory]
    [MemberData(nameof(Places))]
    public void NearestNeighboursAndPrototypesAreWhatTheyAreAtZero(float place)
    {
        var (support, query) = (Points(1, 2, 6, 4), Points(2, 2, 5, 4));
        var hot = nn.functional.one_hot(Labels).to(ScalarType.Float32);
        foreach (
            var logits in (Func<Tensor, Tensor, Tensor, Tensor>[])[NearestNeighbour.Logits, ProtoNet.Logits]
        )
        {
            var expected = logits(support, hot, query);
            Assert.True(Numbers.RelativeError(logits(support + place, hot, query + place), expected) < 1e-5);
        }
        // Written out in double precision.
        var (s, q) = (support.Doubles().Chunk(4).ToArray(), query.Doubles().Chunk(4).ToArray());
        var nearest = NearestNeighbour.Logits(support + place, hot, query + place).Doubles();
        for (var t = 0; t < 2; t++)
        for (var i = 0; i < 5; i++)
        for (var c = 0; c < 3; c++)
        {
            double Distance(int j) => s[6 * t + j].Zip(q[5 * t + i], (a, b) => (a - b) * (a - b)).Sum();
            Assert.Equal(-Math.Min(Distance(c), Distance(c + 3)), nearest[(5 * t + i) * 3 + c], 1e-3);
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void ADerivativeIsToo(float place)
    {
        var (support, query) = (Points(1, 2, 6, 4), Points(2, 2, 5, 4));
        var hot = nn.functional.one_hot(Labels).to(ScalarType.Float32);
        Parameters Slopes(float at) =>
            Gradient.Of(
                "distances",
                Numbers.Placed(support + at, query + at),
                own => (ProtoNet.Logits(own[0], hot, own[1]) * arange(3)).sum()
            );
        Assert.All(
            Slopes(place).Zip(Slopes(0)),
            pair => Assert.True(Numbers.RelativeError(pair.First, pair.Second) < 1e-5)
        );
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void MetaFeaturesAreToo(float place)
    {
        var x = Points(3, 2, 30, 4);
        var y = arange(2).repeat(15).expand(2, 30);
        Assert.True(Numbers.RelativeError(MetaFeatures.Of(x + place, y), MetaFeatures.Of(x, y)) < 1e-5);
    }

    // Pixels of 16 bits lie further apart than 10⁹, squared.
    [Theory]
    [InlineData(1e-6)]
    [InlineData(65_535)]
    [InlineData(1e20)]
    public void SquaredDistancesScaleWithTheUnitSquared(double unit)
    {
        var (support, query) = (
            Points(1, 2, 6, 4).to(ScalarType.Float64),
            Points(2, 2, 5, 4).to(ScalarType.Float64)
        );
        var hot = nn.functional.one_hot(Labels).to(ScalarType.Float64);
        foreach (
            var logits in (Func<Tensor, Tensor, Tensor, Tensor>[])[NearestNeighbour.Logits, ProtoNet.Logits]
        )
        {
            var actual = logits(unit * support, hot, unit * query) / (unit * unit);
            Assert.True(Numbers.RelativeError(actual, logits(support, hot, query)) < 1e-12);
        }
    }
}
