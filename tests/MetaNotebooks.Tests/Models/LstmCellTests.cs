namespace MetaNotebooks.Tests;

public class LstmCellTests
{
    private static readonly LstmCell Cell = new(3, 4);

    private static Tensor Normal(int seed, params long[] shape) =>
        new Random(seed).Normal(0, 1, shape, ScalarType.Float64);

    private static Parameters Weights(int seed) => Cell.Init(new Random(seed), ScalarType.Float64, bound: 1);

    [Fact]
    public void ASequenceIsTheEquations()
    {
        using var scope = NewDisposeScope();
        var (theta, x) = (Weights(1), Normal(2, 5, 2, 6, 3));
        var plain = theta.Select(t => t.Doubles()).ToArray();
        var state = Cell.Begin(x, 2, 6);
        var rows = Enumerable.Range(0, 12).Select(_ => (H: new double[4], C: new double[4])).ToArray();
        for (var t = 0; t < 5; t++)
        {
            state = Cell.Step(theta, x[t], state);
            var inputs = x[t].Doubles();
            for (var row = 0; row < 12; row++)
                rows[row] = PlainLstm.Step(plain, inputs[(3 * row)..(3 * row + 3)], rows[row].H, rows[row].C);
            Assert.True(Numbers.RelativeError(state.H.Doubles(), [.. rows.SelectMany(r => r.H)]) < 1e-13);
            Assert.True(Numbers.RelativeError(state.C.Doubles(), [.. rows.SelectMany(r => r.C)]) < 1e-13);
        }
    }

    /// <summary>What <c>torch.nn.LSTM(2, 3)</c> gives in float64 for weights and inputs that are sines.</summary>
    [Fact]
    public void ItIsPyTorchsLstmWithTheMatricesTransposed()
    {
        using var scope = NewDisposeScope();
        static Tensor Wave(double frequency, params long[] shape) =>
            (arange(shape[0] * shape[1]).to(ScalarType.Float64) * frequency).sin().reshape(shape);
        var theta = new LstmCell(2, 3).Shapes.Named(
            Wave(0.7, 12, 2).transpose(0, 1),
            Wave(1.3, 12, 3).transpose(0, 1),
            Wave(1.9, 1, 12),
            Wave(2.3, 1, 12)
        );
        double[] outputs =
        [
            .. new[] { 0.009552707221082646, 0.0700449385771246, 0.003186555182207962 },
            .. new[] { -0.0068004258202138314, 0.10682602199670088, 0.014827556670943877 },
            .. new[] { -0.025427913700221766, 0.11148879019264318, 0.025632388390111047 },
            .. new[] { -0.04216067297908198, 0.09670662569827244, 0.03199841825882481 },
        ];
        double[] lastCell = [-0.08178136668388733, 0.29656391208977756, 0.04451188876760503];
        var cell = new LstmCell(2, 3);
        var x = Wave(3.1, 4, 2);
        var state = cell.Begin(x, 1);
        for (var t = 0; t < 4; t++)
        {
            state = cell.Step(theta, x.narrow(0, t, 1), state);
            Assert.True(Numbers.RelativeError(state.H.Doubles(), outputs[(3 * t)..(3 * t + 3)]) < 1e-13);
        }
        Assert.True(Numbers.RelativeError(state.C.Doubles(), lastCell) < 1e-13);
    }

    [Fact]
    public void OneSetOfWeightsATaskIsEachTaskByItself()
    {
        using var scope = NewDisposeScope();
        var each = Enumerable.Range(0, 3).Select(Weights).ToArray();
        var together = Parameters.Stack(each);
        var (x, h, c) = (Normal(5, 3, 6, 3), Normal(6, 3, 6, 4), Normal(7, 3, 6, 4));
        var batched = Cell.Step(together, x, (h, c));
        for (var t = 0; t < 3; t++)
        {
            var alone = Cell.Step(each[t], x[t], (h[t], c[t]));
            Assert.True(Numbers.RelativeError(batched.H[t], alone.H) < 1e-14);
            Assert.True(Numbers.RelativeError(batched.C[t], alone.C) < 1e-14);
        }
    }

    [Fact]
    public void ASecondDerivativeEqualsFiniteDifferencesOfTheFirst()
    {
        using var scope = NewDisposeScope();
        var x = Normal(1, 2, 2, 3);
        Tensor[] Slope(Parameters theta, bool again)
        {
            var state = Cell.Begin(x, 2);
            for (var t = 0; t < 2; t++)
                state = Cell.Step(theta, x[t], state);
            var loss = state.H.square().sum() + state.C.sum();
            return [.. autograd.grad([loss], [.. theta], retain_graph: again, create_graph: again)];
        }
        var theta = Weights(2).Leaves();
        var direction = Weights(3);
        Tensor Along(IEnumerable<Tensor> slope) =>
            slope.Zip(direction, (s, d) => (s * d).sum()).Aggregate((a, b) => a + b);
        var second = autograd.grad(
            [Along(Slope(theta, true))],
            [.. theta],
            retain_graph: false,
            create_graph: false
        );
        var expected = Numbers.CentralDifferences(at => Along(Slope(at.Leaves(), false)).ToDouble(), theta);
        Assert.All(
            second.Zip((IEnumerable<Tensor>)expected),
            p => Assert.True(Numbers.RelativeError(p.First, p.Second) < 1e-7)
        );
    }

    [Fact]
    public void ItHasAsManyNumbersAsPyTorchs()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(4 * 20 * (7 + 20) + 8 * 20, new LstmCell(7, 20).Init(new Random(1)).Sum(t => t.numel()));
        Assert.Equal(Cell.Shapes, Cell.Init(new Random(1)).Select(t => t.shape));
    }

    [Fact]
    public void BadSizesAreNamed()
    {
        using var scope = NewDisposeScope();
        string Error(Action act) => Assert.ThrowsAny<ArgumentException>(act).Message;
        Assert.Contains(
            "x has shape [6, 2]; expected [T, n, 3]",
            Error(() => Cell.Step(Weights(1), zeros(6, 2), Cell.Begin(zeros(1), 6)))
        );
        Assert.Contains("Hidden is 0", Error(() => new LstmCell(1, 0).Init(new Random(1))));
    }
}
