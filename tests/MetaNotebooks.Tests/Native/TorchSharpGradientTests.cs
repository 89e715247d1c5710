using System.Runtime.InteropServices;
using F = TorchSharp.torch.nn.functional;

namespace MetaNotebooks.Tests;

/// <summary>
/// What the kit relies on in TorchSharp's derivatives, held against finite differences in double precision.
/// </summary>
/// <remarks>An error within <c>autograd.grad</c> ends the process: no test causes one.</remarks>
public class TorchSharpGradientTests
{
    private static readonly TorchSharp.Modules.LSTM Lstm = nn.LSTM(3, 2, dtype: ScalarType.Float64);
    private static readonly TorchSharp.Modules.LSTMCell Cell = nn.LSTMCell(3, 2, dtype: ScalarType.Float64);

    private static readonly Dictionary<
        string,
        (Func<IReadOnlyList<Tensor>, Tensor> F, long[][] Shapes)
    > Functions = new()
    {
        ["matmul and tanh"] = (
            x => x[0].matmul(x[1]).tanh(),
            [
                [2, 2, 3],
                [3, 2],
            ]
        ),
        ["bmm, relu and sigmoid"] = (
            x => x[0].bmm(x[1].relu()).sigmoid(),
            [
                [2, 2, 3],
                [2, 3, 2],
            ]
        ),
        ["mean, variance and root"] = (
            x => (x[0] - x[0].mean()) / x[0].var(1L, keepdim: true).sqrt(),
            [
                [2, 4],
            ]
        ),
        ["softmax and log_softmax"] = (
            x => x[0].softmax(-1) * x[1].log_softmax(0),
            [
                [2, 3],
                [2, 3],
            ]
        ),
        ["cross_entropy"] = (
            x => F.cross_entropy(x[0], tensor([2L, 0L])),
            [
                [2, 3],
            ]
        ),
        ["gather"] = (
            x =>
                x[0]
                    .gather(
                        1,
                        tensor(
                            new long[,]
                            {
                                { 0, 0 },
                                { 2, 1 },
                            }
                        )
                    )
                    .pow(3),
            [
                [2, 3],
            ]
        ),
        ["index_select"] = (
            x => x[0].index_select(0, tensor([1L, 1L, 0L])).pow(3),
            [
                [2, 3],
            ]
        ),
        ["index"] = (
            x => x[0][TensorIndex.Tensor(tensor([1L, 1L])), TensorIndex.Slice(1)].pow(3),
            [
                [2, 3],
            ]
        ),
        ["scatter_add"] = (
            x =>
                x[0]
                    .scatter_add(
                        1,
                        tensor(
                            new long[,]
                            {
                                { 0, 0 },
                                { 2, 1 },
                            }
                        ),
                        x[1]
                    )
                    .pow(3),
            [
                [2, 3],
                [2, 2],
            ]
        ),
        ["conv2d and batch_norm"] = (
            x => F.batch_norm(Convolved(x), null!, null!, x[2], x[3], training: true).tanh(),
            [
                [2, 2, 4, 3],
                [2, 2, 3, 3],
                [2],
                [2],
            ]
        ),
        ["conv2d in groups, and max_pool2d"] = (
            x => F.max_pool2d(F.conv2d(x[0], x[1], null, [1, 1], [1, 1], [1, 1], 2), 2).pow(3),
            [
                [1, 4, 4, 4],
                [2, 2, 3, 3],
            ]
        ),
        ["LSTM cell"] = (
            x => TwoSteps(x[0], x[1], x[2]),
            [
                [2, 3],
                [2, 2],
                [2, 2],
            ]
        ),
        ["LSTM"] = (
            x => Lstm.call(x[0]).Item1,
            [
                [3, 2, 3],
            ]
        ),
    };

    private static Tensor Convolved(IReadOnlyList<Tensor> x) => F.conv2d(x[0], x[1], null, [1, 1], [1, 1]);

    private static Tensor TwoSteps(Tensor x, Tensor h, Tensor c)
    {
        var state = Cell.call(x, (h, c));
        return Cell.call(x * state.Item2.mean(), state).Item1;
    }

    public static TheoryData<string> Names => new(Functions.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void FirstAndSecondDerivativesMatchFiniteDifferences(string name)
    {
        using var scope = NewDisposeScope();
        var (f, shapes) = Functions[name];
        var random = new Seed(4).Generator();
        var at = shapes.Select(shape => random.Uniform(0.2, 1.8, shape, ScalarType.Float64)).ToArray();
        // Squares, so that no cotangent is constant; by both, so that mixed derivatives count.
        Tensor Value(IReadOnlyList<Tensor> x) => f(x).square().sum();
        IList<Tensor> Slopes(IReadOnlyList<Tensor> x, bool twice) =>
            autograd.grad([Value(x)], [.. x], null, retain_graph: twice, create_graph: twice);
        Tensor Steepness(IEnumerable<Tensor> slopes) =>
            slopes.Select((slope, i) => (slope.square() * (i + 1)).sum()).Aggregate((a, b) => a + b);

        Match(
            Slopes(at.Leaves(), twice: false),
            Numbers.CentralDifferences(x => Value(x).item<double>(), Numbers.Placed(at))
        );

        var leaves = at.Leaves();
        var second = autograd.grad([Steepness(Slopes(leaves, twice: true))], leaves, null, false, false);
        double SteepnessAt(IReadOnlyList<Tensor> x) => Steepness(Slopes(x.Leaves(), false)).item<double>();
        Match(second, Numbers.CentralDifferences(SteepnessAt, Numbers.Placed(at)));
    }

    private static void Match(IList<Tensor> actual, Parameters expected) =>
        Assert.All(
            actual.Zip((IEnumerable<Tensor>)expected),
            pair => Assert.InRange(Numbers.RelativeError(pair.First, pair.Second), 0, 1e-6)
        );

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, true)]
    [InlineData(true, true, false)]
    public void OnlyRetainGraphKeepsTheGraph(bool retain, bool create, bool isFreed)
    {
        var x = tensor([2.0], requires_grad: true);
        var y = x.pow(3).sum();
        var slope = autograd.grad([y], [x], null, retain, create)[0];
        Assert.Equal([12], slope.Doubles());
        Assert.Equal(create, slope.requires_grad);
        if (!isFreed)
        {
            y.backward();
            Assert.Equal([12], x.grad!.Doubles());
            return;
        }
        // Unlike grad, backward throws what libtorch says.
        var error = Assert.Throws<ExternalException>(() => y.backward());
        Assert.Contains("second time", error.Message);
    }

    [Fact]
    public void AnUnusedInputComesBackInvalid()
    {
        var x = ones(2, requires_grad: true);
        var y = ones(2, requires_grad: true);
        var slopes = autograd.grad([(x * 3).sum()], [x, y], null, false, false, allow_unused: true);
        Assert.Equal([3, 3], slopes[0].Doubles());
        Assert.True(slopes[1].IsInvalid);
    }

    [Fact]
    public void OutputsCountByTheirWeights()
    {
        var x = tensor([1.0, 2.0], requires_grad: true);
        var slopes = autograd.grad([x.square()], [x], [tensor([10.0, 100.0])], false, false);
        Assert.Equal([20, 400], slopes[0].Doubles());
    }

    [Fact]
    public void DetachAndNoGradCutTheGraph()
    {
        var x = ones(2, requires_grad: true);
        Assert.True((x * 2).requires_grad);
        Assert.False(x.detach().requires_grad);
        using (no_grad())
        {
            Assert.False((x * 2).requires_grad);
            using (enable_grad())
                Assert.True((x * 2).requires_grad);
        }
        Assert.True((x * 2).requires_grad);
    }
}
