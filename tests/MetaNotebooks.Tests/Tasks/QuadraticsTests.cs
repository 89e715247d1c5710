namespace MetaNotebooks.Tests;

public sealed class QuadraticsTests : ISamplerCases
{
    public IEnumerable<SamplerCase> Cases =>
        [new("quadratics", (shots, _) => new Quadratics { Shots = shots }) { QueryIsSupport = true }];

    [Fact]
    public void TheModelsMeanSquaredErrorIsTheQuadraticOverItsRows()
    {
        using var scope = NewDisposeScope();
        var family = new Quadratics
        {
            Inputs = 3,
            Shots = 4,
            DType = ScalarType.Float64,
        };
        var tasks = family.Sample(1, 2);
        var model = new Linear(3, 1) { Bias = false };
        var theta = model.Init(2, ScalarType.Float64);
        var losses = Losses.MeanSquaredError.Of(model.Forward(theta, tasks.QueryX), tasks.QueryY).Doubles();
        var at = theta[0].Doubles();
        for (var t = 0; t < 2; t++)
        {
            var (w, y) = (tasks.SupportX[t].Doubles(), tasks.SupportY[t].Doubles());
            var f = y.Select((target, i) => Math.Pow(at.Select((p, j) => w[3 * i + j] * p).Sum() - target, 2))
                .Sum();
            Assert.Equal(f / 4, losses[t], 1e-14);
        }
    }

    [Fact]
    public void EntriesAreStandardNormalAndIndependent()
    {
        using var scope = NewDisposeScope();
        var tasks = new Quadratics().Sample(3, 2000);
        // ‖y‖² is χ² with n degrees of freedom, mean 10; f(θ) adds ‖θ‖² a row: E f((1, …, 1)) = 10·(10 + 1).
        var y = tasks.SupportY.Doubles();
        Assert.InRange(y.Sum(v => v * v) / 2000, 9.7, 10.3);
        var rows = tasks.SupportX.sum(2).unsqueeze(2) - tasks.SupportY;
        Assert.InRange(rows.Doubles().Sum(v => v * v) / 2000, 107, 113);
    }

    [Fact]
    public void BadInputsAreNamed() =>
        Assert.Contains(
            "Inputs is 0; expected at least 1",
            Assert.ThrowsAny<ArgumentException>(() => new Quadratics { Inputs = 0 }.Sample(1, 1)).Message
        );
}
