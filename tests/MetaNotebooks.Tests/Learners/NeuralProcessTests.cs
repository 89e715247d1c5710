namespace MetaNotebooks.Tests;

public sealed class NeuralProcessTests : ILearnerCases
{
    private static readonly NeuralProcess Learner = new(1, 1) { Size = 6 };

    private static readonly Sinusoids Family = new()
    {
        Shots = 5,
        Queries = 4,
        DType = ScalarType.Float64,
    };

    public IEnumerable<LearnerCase> Cases => [new(Learner, Family)];

    // A perceptron, a mean and a perceptron, in plain loops.
    [Fact]
    public void ItDecodesTheMeanCode()
    {
        using var scope = NewDisposeScope();
        var meta = Learner.Init(1, ScalarType.Float64);
        var tasks = Family.Sample(2, 2);
        var adaptation = (IDistributionAdaptation)Learner.Adapt(meta, tasks.SupportX, tasks.SupportY, 1);
        double[] Network(string part, double[] at)
        {
            foreach (var layer in new[] { "body.0", "body.1", "head" })
            {
                var weight = meta[$"{part}.{layer}.weight"];
                var (w, b) = (weight.Doubles(), meta[$"{part}.{layer}.bias"].Doubles());
                double[] next =
                [
                    .. b.Select(
                        (bias, j) => bias + at.Select((value, i) => value * w[i * b.Length + j]).Sum()
                    ),
                ];
                at = layer == "head" ? next : [.. next.Select(value => Math.Max(value, 0))];
            }
            return at;
        }
        for (var t = 0; t < 2; t++)
        {
            var (x, y) = (tasks.SupportX[t].Doubles(), tasks.SupportY[t].Doubles());
            var codes = x.Select((value, i) => Network("encoder", [value, y[i]])).ToArray();
            double[] mean = [.. Enumerable.Range(0, 6).Select(j => codes.Average(code => code[j]))];
            var at = tasks.QueryX[t].Doubles();
            var actual = adaptation.Predict(1, tasks.QueryX)[t].Doubles();
            for (var q = 0; q < at.Length; q++)
                Assert.Equal(Network("decoder", [at[q], .. mean])[0], actual[q], 1e-12);
        }
        // Half of a normal distribution is below its mean.
        Assert.All(
            adaptation.Cumulative(1, tasks.QueryX, adaptation.Predict(1, tasks.QueryX)).Doubles(),
            half => Assert.Equal(0.5, half, 1e-12)
        );
    }

    [Fact]
    public void TheOrderOfThePointsIsNothingToIt()
    {
        using var scope = NewDisposeScope();
        var meta = Learner.Init(1, ScalarType.Float64);
        var tasks = Family.Sample(2, 2);
        Tensor After(Tensor x, Tensor y) => Learner.Adapt(meta, x, y, 1).Predict(1, tasks.QueryX);
        var turned = After(tasks.SupportX.flip(1), tasks.SupportY.flip(1));
        Assert.True(Numbers.RelativeError(turned, After(tasks.SupportX, tasks.SupportY)) < 1e-12);
    }

    // On normal targets of one mean and deviation it learns both: the least loss is their entropy.
    [Fact]
    public void ItLearnsHowSureItCanBe()
    {
        using var scope = NewDisposeScope();
        var family = new LinearTasks
        {
            Weight = (0, 0),
            Bias = (2, 0),
            Noise = 0.5,
        };
        var learner = new NeuralProcess(1, 1) { Size = 16 };
        var trained = Trainer.Train(
            learner,
            family,
            new() { Iterations = 400, MetaBatch = 16 },
            learner.Init(1)
        );
        var tasks = family.Sample(5, 200);
        var loss = learner.MetaGradient(trained.Meta.Leaves(), tasks).Losses.mean().ToDouble();
        Assert.Equal(0.5 * Math.Log(2 * Math.PI * Math.E * 0.25), loss, 0.05);
        var adaptation = (IDistributionAdaptation)
            learner.Adapt(trained.Meta, tasks.SupportX, tasks.SupportY, 1);
        var share =
            adaptation.Cumulative(1, tasks.QueryX, tasks.QueryY).Doubles().Count(p => p < 0.9) / 2000.0;
        Assert.InRange(share, 0.86, 0.94);
    }
}
