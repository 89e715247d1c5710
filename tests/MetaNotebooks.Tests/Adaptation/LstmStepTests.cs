namespace MetaNotebooks.Tests;

public class LstmStepTests
{
    private static readonly IModel Model = new Mlp(1, 5, 1) { Activation = Activation.Tanh };
    private static readonly Sinusoids Family = new() { Shots = 5, DType = ScalarType.Float64 };

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    public void WithTheGatesForcedItIsGradientDescentBitForBit(ScalarType dtype)
    {
        using var scope = NewDisposeScope();
        var tasks = (Family with { DType = dtype }).Sample(1, 4);
        var theta = Model.Init(2, dtype);
        // f → ∞ keeps everything; i is the same for all coordinates.
        Tensor Forced(double value) => tensor(value, dtype).reshape(1, 1);
        var rho = new LstmStep().Init(Model.Shapes, 3, dtype);
        rho = rho.With(
            Parameters.Of(
                ("forget.weight", zeros_like(rho["forget.weight"])),
                ("forget.bias", Forced(100)),
                ("input.weight", zeros_like(rho["input.weight"])),
                ("input.bias", Forced(Math.Log(0.01 / 0.99)))
            )
        );
        var rate = rho["input.bias"].sigmoid();
        Assert.Equal(0.01, rate.ToDouble(), 1e-8);
        Adaptation Run(IInnerRule rule, Parameters tensors) =>
            Adaptation.Run(
                Model,
                Losses.MeanSquaredError,
                rule,
                theta,
                tensors,
                tasks.SupportX,
                tasks.SupportY,
                10
            );
        var learned = Run(new LstmStep(), rho);
        var plain = Run(new GradientStep(1), Parameters.Of(("rate", rate)));
        for (var step = 0; step <= 10; step++)
            Assert.Equal(
                plain.Trajectory[step].Select(t => t.Doubles()),
                learned.Trajectory[step].Select(t => t.Doubles())
            );
    }

    [Fact]
    public void TheRecurrencesAreTheEquations()
    {
        using var scope = NewDisposeScope();
        const int hidden = 3;
        var rule = new LstmStep(hidden);
        var random = new Random(1);
        // Weights large enough that every term counts.
        var rho = rule.Init(ParameterShapes.Of(), 2)
            .Map(t => random.Normal(0, 0.5, t.shape, ScalarType.Float64));
        var plain = rho.Select(t => t.Doubles()).ToArray();
        // Two tasks with two parameters of 2 and 1 numbers.
        var theta = Numbers.Placed(
            random.Normal(0, 1, [2, 1, 2], ScalarType.Float64),
            random.Normal(0, 1, [2, 1, 1], ScalarType.Float64)
        );
        var state = rule.Begin(rho, theta);
        double[] At(Parameters parts) =>
            [.. Enumerable.Range(0, 2).SelectMany(t => parts.SelectMany(p => p[t].Doubles()))];
        var expected = At(theta);
        var rows = expected
            .Select(_ => (H: new double[hidden], C: new double[hidden], F: 0.0, I: 0.0))
            .ToArray();
        // Gradients on both sides of e⁻¹⁰ = 4.54e-5, and of both signs.
        double[] sizes = [1, 3e-5, 2];
        for (var step = 0; step < 3; step++)
        {
            double[] losses = [random.NextDouble(), 1e-6 * random.NextDouble()];
            var gradients = theta.Map(t => random.Normal(0, sizes[step], t.shape, ScalarType.Float64));
            var slopes = At(gradients);
            for (var k = 0; k < 6; k++)
            {
                double[] x = [.. Read(losses[k / 3]), .. Read(slopes[k])];
                var (h, c) = PlainLstm.Step(plain, x, rows[k].H, rows[k].C);
                double Gate(double[] w, double[] b, double before) =>
                    h.Zip(w, (a, v) => a * v).Sum() + expected[k] * w[hidden] + before * w[hidden + 1] + b[0];
                rows[k] = (h, c, Gate(plain[4], plain[5], rows[k].F), Gate(plain[6], plain[7], rows[k].I));
                expected[k] =
                    PlainLstm.Sigmoid(rows[k].F) * expected[k] - PlainLstm.Sigmoid(rows[k].I) * slopes[k];
            }
            (theta, state) = rule.Step(rho, theta, new(tensor(losses), gradients), state);
            Assert.True(Numbers.RelativeError(At(theta), expected) < 1e-12);
        }
    }

    private static double[] Read(double x) =>
        Math.Abs(x) >= Math.Exp(-10) ? [Math.Log(Math.Abs(x)) / 10, Math.Sign(x)] : [-1, Math.Exp(10) * x];

    [Fact]
    public void GradientsAndLossesCountAsConstants()
    {
        using var scope = NewDisposeScope();
        var rule = new LstmStep();
        var rho = rule.Init(ParameterShapes.Of(), 1);
        var theta = Numbers.Placed(ones(2, 3, 1));
        var gradient = ones(2, 3, 1).requires_grad_();
        var (next, state) = rule.Step(
            rho,
            theta,
            new(ones(2), Numbers.Placed(gradient * 2)),
            rule.Begin(rho, theta)
        );
        Assert.All(next.Concat(state), t => Assert.False(t.requires_grad));
    }

    [Fact]
    public void ItStartsAsThePaperSays()
    {
        using var scope = NewDisposeScope();
        var rho = new LstmStep().Init(ParameterShapes.Of(), 5);
        Assert.InRange(rho[5].ToDouble(), 4, 5);
        Assert.InRange(rho[7].ToDouble(), -5, -4);
        foreach (var weight in new[] { 0, 1, 2, 3, 4, 6 })
            Assert.All(rho[weight].Doubles(), v => Assert.InRange(v, -0.01, 0.01));
        Assert.Equal([4, 80], rho[0].shape);
        Assert.Equal([22, 1], rho[4].shape);
    }
}
