namespace MetaNotebooks.Tests;

/// <summary>SimpleShot and fine-tuned prototypes, worked out point by point.</summary>
public sealed class CosineLearnersTests : IDisposable
{
    private static readonly double[][] Support =
    [
        [0, 2],
        [4, 0],
        [2, 0],
        [4, 4],
    ];

    private static readonly double[][] Queries =
    [
        [1, 1],
        [4, 3],
        [-3, 0.5],
    ];

    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    private static Tensor Points(double[][] rows) =>
        tensor(rows.SelectMany(row => row).ToArray(), [1, rows.Length, 2]);

    private static readonly Linear Same = new(2, 2) { Bias = false };

    private static IAdaptation Adapted(ILearner learner, int steps) =>
        learner.Adapt(
            Parameters.Of(("weight", eye(2, dtype: ScalarType.Float64))),
            Points(Support),
            tensor([0L, 1, 0, 1], [1, 4]),
            steps
        );

    private static double Cosine(double[] a, double[] b) =>
        a.Zip(b, (x, y) => x * y).Sum() / Math.Sqrt(a.Sum(x => x * x) * b.Sum(x => x * x));

    private static double[] Unit(double[] a) => [.. a.Select(x => x / Math.Sqrt(a.Sum(y => y * y)))];

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void SimpleShotIsTheCosineToTheMeans(bool centred, bool normalised)
    {
        double[] centre = centred ? [1.5, -0.25] : [0, 0];
        var learner = new SimpleShot(Same)
        {
            Centre = centred ? tensor(centre) : null,
            Normalised = normalised,
        };
        double[] Seen(double[] point)
        {
            double[] moved = [.. point.Zip(centre, (x, c) => x - c)];
            return normalised ? Unit(moved) : moved;
        }
        double[] Mean(int first) =>
            [.. Seen(Support[first]).Zip(Seen(Support[first + 2]), (a, b) => (a + b) / 2)];
        double[] expected =
        [
            .. Queries.SelectMany(q => new[] { Cosine(Seen(q), Mean(0)), Cosine(Seen(q), Mean(1)) }),
        ];
        var actual = Adapted(learner, 1).Predict(1, Points(Queries)).Doubles();
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Fact]
    public void BeforeItsFirstStepAFineTunedHeadIsSimpleShot()
    {
        var tuned = Adapted(new FineTunedPrototypes(Same) { Temperature = 3 }, 0);
        var plain = Adapted(new SimpleShot(Same), 1);
        double[] expected = [.. plain.Predict(1, Points(Queries)).Doubles().Select(value => 3 * value)];
        Assert.True(Numbers.RelativeError(tuned.Predict(0, Points(Queries)).Doubles(), expected) < 1e-12);
    }

    // Adam written out, its slopes by central differences.
    [Fact]
    public void FineTuningIsAdamOnTheSupportSetsCrossEntropy()
    {
        const double rate = 0.05;
        const double temperature = 2;
        double Loss(double[] w)
        {
            var total = 0.0;
            for (var i = 0; i < 4; i++)
            {
                double[] logits =
                [
                    temperature * Cosine(Support[i], w[..2]),
                    temperature * Cosine(Support[i], w[2..]),
                ];
                total += Math.Log(logits.Sum(Math.Exp)) - logits[i % 2];
            }
            return total / 4;
        }
        double[] weights = [1, 1, 4, 2];
        double[] first = new double[4],
            second = new double[4];
        for (var step = 1; step <= 3; step++)
        {
            var slopes = new double[4];
            for (var i = 0; i < 4; i++)
            {
                double[] up = [.. weights],
                    down = [.. weights];
                up[i] += 1e-6;
                down[i] -= 1e-6;
                slopes[i] = (Loss(up) - Loss(down)) / 2e-6;
            }
            for (var i = 0; i < 4; i++)
            {
                first[i] = 0.9 * first[i] + 0.1 * slopes[i];
                second[i] = 0.999 * second[i] + 0.001 * slopes[i] * slopes[i];
                weights[i] -=
                    rate
                    * (first[i] / (1 - Math.Pow(0.9, step)))
                    / (Math.Sqrt(second[i] / (1 - Math.Pow(0.999, step))) + 1e-8);
            }
        }
        double[] expected =
        [
            .. Queries.SelectMany(q =>
                new[] { temperature * Cosine(q, weights[..2]), temperature * Cosine(q, weights[2..]) }
            ),
        ];
        var tuned = Adapted(new FineTunedPrototypes(Same) { Rate = rate, Temperature = temperature }, 3);
        Assert.True(Numbers.RelativeError(tuned.Predict(3, Points(Queries)).Doubles(), expected) < 1e-6);
    }
}
