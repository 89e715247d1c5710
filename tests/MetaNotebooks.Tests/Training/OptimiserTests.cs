using TorchSharp.Modules;

namespace MetaNotebooks.Tests;

public class OptimiserTests
{
    private static readonly double[] Start = [1.0, -2.0, 0.5];

    // A gradient that differs by coordinate and by size over six orders of magnitude.
    private static double[] Slope(double[] at) => [2 * at[0], 1e3 * at[1], 1e-3 * (at[2] - 3)];

    private static double[] Run(IOptimiser optimiser, int steps)
    {
        using var scope = NewDisposeScope();
        var parameters = tensor(Start);
        var state = optimiser.Init(parameters);
        for (var i = 1; i <= steps; i++)
            (parameters, state) = optimiser.Step(i, parameters, tensor(Slope(parameters.Doubles())), state);
        return parameters.Doubles();
    }

    [Fact]
    public void SgdIsItsRule()
    {
        double[] expected = [.. Start];
        for (var i = 0; i < 5; i++)
            expected = [.. expected.Zip(Slope(expected), (p, g) => p - 1e-4 * g)];
        Assert.True(Numbers.RelativeError(Run(new Sgd(1e-4), 5), expected) < 1e-14);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void AdamIsAlgorithmOneOfItsPaper(int steps)
    {
        var (rate, b1, b2, eps) = (0.03, 0.8, 0.95, 1e-6);
        double[] p = [.. Start];
        var (m, v) = (new double[3], new double[3]);
        for (var t = 1; t <= steps; t++)
        {
            var g = Slope(p);
            for (var i = 0; i < 3; i++)
            {
                m[i] = b1 * m[i] + (1 - b1) * g[i];
                v[i] = b2 * v[i] + (1 - b2) * g[i] * g[i];
                var (mHat, vHat) = (m[i] / (1 - Math.Pow(b1, t)), v[i] / (1 - Math.Pow(b2, t)));
                p[i] -= rate * mHat / (Math.Sqrt(vHat) + eps);
            }
        }
        Assert.True(Numbers.RelativeError(Run(new Adam(rate, b1, b2, eps), steps), p) < 1e-12);
    }

    // In single precision a step is one pass over plain numbers; columns of a matrix are none, and go by operations on tensors.
    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(1761)]
    public void AdamGivesTheSameBitsByPlainNumbersAndByTensors(int count)
    {
        static (Tensor, IReadOnlyList<Tensor>) Steps(Tensor start, Tensor[] slopes)
        {
            var adam = new Adam(0.01);
            var (at, state) = (start, adam.Init(start));
            for (var i = 0; i < slopes.Length; i++)
                (at, state) = adam.Step(i + 1, at, slopes[i], state);
            return (at, state);
        }
        static Tensor Column(Tensor of) => stack([of, of], dim: 1).select(1, 0);

        using var scope = NewDisposeScope();
        var random = new Seed(1).Generator();
        Tensor[] slopes =
        [
            .. Enumerable.Range(-3, 7).Select(i => random.Normal(0, Math.Pow(10, i), [count])),
        ];
        var start = random.Normal(0, 1, [count]);
        var (plain, moments) = Steps(start, slopes);
        var (other, others) = Steps(start, [.. slopes.Select(Column)]);
        Assert.False(Column(start).is_contiguous() && count > 1);
        Assert.Equal(other.data<float>().ToArray(), plain.data<float>().ToArray());
        for (var i = 0; i < 2; i++)
            Assert.Equal(others[i].data<float>().ToArray(), moments[i].data<float>().ToArray());
    }

    // Of what Slope is the gradient.
    private static Tensor Loss(Tensor at) =>
        (tensor([1.0, 5e2, 5e-4]) * (at - tensor([0.0, 0.0, 3.0])).square()).sum();

    private static double[] RunOfTorchSharp(Func<Parameter, optim.Optimizer> make, int steps)
    {
        using var scope = NewDisposeScope();
        using var parameter = new Parameter(tensor(Start), requires_grad: true);
        using var optimiser = make(parameter);
        for (var i = 0; i < steps; i++)
        {
            optimiser.zero_grad();
            Loss(parameter).backward();
            optimiser.step();
        }
        return parameter.Doubles();
    }

    [Fact]
    public void BothAreTorchSharpsOwn()
    {
        var descent = RunOfTorchSharp(one => optim.SGD([one], 1e-4), 20);
        Assert.True(Numbers.RelativeError(Run(new Sgd(1e-4), 20), descent) < 1e-14);
        var adam = RunOfTorchSharp(one => optim.Adam([one], 0.03, 0.8, 0.95, 1e-6), 20);
        Assert.True(Numbers.RelativeError(Run(new Adam(0.03, 0.8, 0.95, 1e-6), 20), adam) < 1e-12);
    }

    [Fact]
    public void BadSettingsAreNamed()
    {
        using var scope = NewDisposeScope();
        string Error(IOptimiser optimiser) =>
            Assert.ThrowsAny<ArgumentException>(() => optimiser.Init(zeros(2))).Message;
        Assert.Contains("Rate is 0; expected a finite number above 0", Error(new Sgd(0)));
        Assert.Contains("Beta1 is 1; expected a number in [0, 1)", Error(new Adam(Beta1: 1)));
        Assert.Contains("Epsilon is -1", Error(new Adam(Epsilon: -1)));
    }
}
