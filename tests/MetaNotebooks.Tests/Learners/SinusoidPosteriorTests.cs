namespace MetaNotebooks.Tests;

public sealed class SinusoidPosteriorTests : ILearnerCases
{
    private static readonly Sinusoids Family = new()
    {
        Shots = 3,
        Queries = 4,
        Noise = 0.4,
        DType = ScalarType.Float64,
    };

    public IEnumerable<LearnerCase> Cases => [new(new SinusoidPosterior(Family) { Grid = 20 }, Family)];

    // Bayes' rule by drawing from the family: each draw weighs as much as its likelihood.
    [Fact]
    public void ItIsThePosteriorThatDrawsFromTheFamilyGive()
    {
        using var scope = NewDisposeScope();
        var tasks = Family.Sample(1, 3);
        var adaptation = (IDistributionAdaptation)
            new SinusoidPosterior(Family).Adapt(Parameters.Empty, tasks.SupportX, tasks.SupportY, 1);
        var mean = adaptation.Predict(1, tasks.QueryX).Doubles();
        var below = adaptation.Cumulative(1, tasks.QueryX, tasks.QueryY + 0.2).Doubles();
        var random = new Random(2);
        var (x, y) = (tasks.SupportX.Doubles(), tasks.SupportY.Doubles());
        var (at, aim) = (tasks.QueryX.Doubles(), tasks.QueryY.Doubles());
        for (var t = 0; t < 3; t++)
        {
            var (total, sums, under) = (0.0, new double[4], new double[4]);
            for (var draw = 0; draw < 1_000_000; draw++)
            {
                var (a, phi) = (0.1 + 4.9 * random.NextDouble(), Math.PI * random.NextDouble());
                var misfit = 0.0;
                for (var i = t * 3; i < t * 3 + 3; i++)
                    misfit += Math.Pow(y[i] - a * Math.Sin(x[i] - phi), 2);
                var weight = Math.Exp(-misfit / (2 * 0.4 * 0.4));
                total += weight;
                for (var q = 0; q < 4; q++)
                {
                    var value = a * Math.Sin(at[t * 4 + q] - phi);
                    sums[q] += weight * value;
                    under[q] += value <= aim[t * 4 + q] + 0.2 ? weight : 0;
                }
            }
            for (var q = 0; q < 4; q++)
            {
                Assert.Equal(sums[q] / total, mean[t * 4 + q], 0.02);
                Assert.Equal(under[q] / total, below[t * 4 + q], 0.02);
            }
        }
    }

    [Fact]
    public void AFinerGridChangesNothing()
    {
        using var scope = NewDisposeScope();
        var tasks = Family.Sample(2, 20);
        Tensor With(int grid) =>
            new SinusoidPosterior(Family) { Grid = grid }
                .Adapt(Parameters.Empty, tasks.SupportX, tasks.SupportY, 1)
                .Predict(1, tasks.QueryX);
        Assert.True((With(200) - With(400)).abs().max().ToDouble() < 1e-3);
    }

    // Of tasks drawn from the family, cumulative probabilities are uniform: Kolmogorov's bound, once in a thousand.
    [Fact]
    public void ItIsCalibratedOnItsOwnFamily()
    {
        using var scope = NewDisposeScope();
        var tasks = (Family with { Queries = 1 }).Sample(3, 2000);
        var adaptation = (IDistributionAdaptation)
            new SinusoidPosterior(Family) { Grid = 100 }.Adapt(
                Parameters.Empty,
                tasks.SupportX,
                tasks.SupportY,
                1
            );
        double[] values = [.. adaptation.Cumulative(1, tasks.QueryX, tasks.QueryY).Doubles().Order()];
        var most = values.Select((value, i) => Math.Abs(value - (i + 0.5) / values.Length)).Max();
        Assert.InRange(most, 0, 1.95 / Math.Sqrt(values.Length));
    }

    // The floor: neither knowing nothing nor least squares on sin x and cos x goes below.
    [Fact]
    public void NothingHasALowerError()
    {
        using var scope = NewDisposeScope();
        var tasks = Family.Sample(4, 1000);
        double Error(Tensor prediction) =>
            Losses.MeanSquaredError.Of(prediction, tasks.QueryY).mean().ToDouble();
        var posterior = new SinusoidPosterior(Family) { Grid = 100 }.Adapt(
            Parameters.Empty,
            tasks.SupportX,
            tasks.SupportY,
            1
        );
        Tensor Waves(Tensor x) => cat([x.sin(), x.cos()], -1);
        var design = Waves(tasks.SupportX);
        var turned = design.transpose(1, 2);
        foreach (var strength in new[] { 0.01, 0.1, 1 })
        {
            var weights = linalg.solve(
                turned.matmul(design) + strength * eye(2, dtype: ScalarType.Float64),
                turned.matmul(tasks.SupportY)
            );
            Assert.True(
                Error(posterior.Predict(1, tasks.QueryX)) < Error(Waves(tasks.QueryX).matmul(weights))
            );
        }
        Assert.True(
            Error(posterior.Predict(1, tasks.QueryX)) < 0.5 * Error(posterior.Predict(0, tasks.QueryX))
        );
    }

    [Fact]
    public void WithoutNoiseThereIsNoGridFineEnough()
    {
        using var scope = NewDisposeScope();
        var tasks = Family.Sample(1, 2);
        var error = Assert.ThrowsAny<ArgumentException>(() =>
            new SinusoidPosterior(new Sinusoids()).Adapt(Parameters.Empty, tasks.SupportX, tasks.SupportY, 1)
        );
        Assert.Contains("Noise is 0; expected a finite number above 0", error.Message);
    }
}
