namespace MetaNotebooks.Tests;

public class AdamStepTests
{
    [Fact]
    public void ItsPathIsTheAlgorithmsInPlainNumbers()
    {
        using var scope = NewDisposeScope();
        const double rate = 0.1;
        // f(θ) = mean (xθ − y)² of two points, one task each; gradient 2·mean x(xθ − y).
        double[] x = [1, 3],
            y = [2, -1];
        var path = Adaptation.Run(
            new Linear(1, 1) { Bias = false },
            Losses.MeanSquaredError,
            new AdamStep(rate),
            [tensor([0.5], [1, 1])],
            new AdamStep(rate).Init([], 0, ScalarType.Float64),
            tensor(x, [1, 2, 1]),
            tensor(y, [1, 2, 1]),
            20
        );
        double theta = 0.5,
            first = 0,
            second = 0;
        for (var t = 1; t <= 20; t++)
        {
            var gradient = 2 * x.Zip(y, (a, b) => a * (a * theta - b)).Average();
            first = 0.9 * first + 0.1 * gradient;
            second = 0.999 * second + 0.001 * gradient * gradient;
            var (m, v) = (first / (1 - Math.Pow(0.9, t)), second / (1 - Math.Pow(0.999, t)));
            theta -= rate * m / (Math.Sqrt(v) + 1e-8);
            Assert.Equal(theta, path.Trajectory[t][0].ToDouble(), 1e-12);
        }
    }

    [Fact]
    public void ARunInTwoPartsIsOneRun()
    {
        using var scope = NewDisposeScope();
        var tasks = new Sinusoids().Sample(1, 3);
        var model = new Mlp(1, 5, 1);
        var rule = new AdamStep(0.05);
        Adaptation Run(IReadOnlyList<Tensor> theta, int steps, IReadOnlyList<Tensor>? state = null) =>
            Adaptation.Run(
                model,
                Losses.MeanSquaredError,
                rule,
                theta,
                rule.Init(model.Shapes, 0),
                tasks.SupportX,
                tasks.SupportY,
                steps,
                state: state
            );
        var whole = Run(model.Init(2), 7);
        var part = Run(model.Init(2), 3);
        var rest = Run(part.Final, 4, part.State);
        Assert.Equal(whole.Final.Select(t => t.Doubles()), rest.Final.Select(t => t.Doubles()));
    }

    [Fact]
    public void BadNumbersAreNamed()
    {
        string Error(AdamStep rule) => Assert.ThrowsAny<ArgumentException>(() => rule.Init([], 0)).Message;
        Assert.Contains("Rate is 0", Error(new(0)));
        Assert.Contains("Beta1 is 1; expected a number in [0, 1)", Error(new(0.1, 1)));
    }
}
