using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests;

public class GradientTests
{
    private static Tensor Some(int seed, params long[] shape)
    {
        var random = new Random(seed);
        var count = (int)shape.Aggregate(1L, (product, size) => product * size);
        return tensor(
            Enumerable.Range(0, count).Select(_ => random.NextDouble() * 1.6 + 0.2).ToArray(),
            shape
        );
    }

    private static readonly Dictionary<string, Func<Tensor, Tensor>> unary = new()
    {
        ["neg"] = x => -x,
        ["abs"] = x => x.abs(),
        ["exp"] = x => x.exp(),
        ["expm1"] = x => x.expm1(),
        ["log"] = x => x.log(),
        ["log1p"] = x => x.log1p(),
        ["log2"] = x => x.log2(),
        ["log10"] = x => x.log10(),
        ["sqrt"] = x => x.sqrt(),
        ["rsqrt"] = x => x.rsqrt(),
        ["square"] = x => x.square(),
        ["sin"] = x => x.sin(),
        ["cos"] = x => x.cos(),
        ["tan"] = x => (x * 0.5).tan(),
        ["tanh"] = x => x.tanh(),
        ["sigmoid"] = x => x.sigmoid(),
        ["relu"] = x => (x - 1.03).relu(),
        ["leaky_relu"] = x => F.leaky_relu(x - 1.03, 0.1),
        ["elu"] = x => F.elu(x - 1.03, 1.3),
        ["gelu"] = x => x.gelu(),
        ["silu"] = x => x.silu(),
        ["softplus"] = x => x.softplus(),
        ["reciprocal"] = x => x.reciprocal(),
        ["erf"] = x => x.erf(),
        ["pow"] = x => x.pow(2.5),
        ["clamp"] = x => x.clamp(0.5, 1.1),
        ["softmax"] = x => x.softmax(-1),
        ["log_softmax"] = x => x.log_softmax(-1),
        ["logsumexp"] = x => x.logsumexp(-1),
        ["sum"] = x => x.sum(0L),
        ["mean"] = x => x.mean([0L]),
        ["prod"] = x => x.prod(1L),
        ["var"] = x => x.var(1L),
        ["std"] = x => x.std(1L, unbiased: false),
        ["norm"] = x => x.norm(),
        ["amax"] = x => x.amax([1L]),
        ["max"] = x => x.max(1L).Item1,
        ["cumsum"] = x => x.cumsum(1),
        ["cumprod"] = x => x.cumprod(1),
        ["transpose"] = x => x.transpose(0, 1).square(),
        ["slice"] = x => x[TensorIndex.Colon, TensorIndex.Slice(1)].square(),
        ["flip"] = x => x.flip(1).square(),
        ["repeat"] = x => x.repeat(2, 1).square(),
        ["expand"] = x => x.unsqueeze(0).expand(3, -1, -1).square(),
        ["tril"] = x => x.tril().square(),
        ["divide number"] = x => 2.0 / x,
        ["subtract number"] = x => 1.0 - x * x,
        ["det"] = x => x.slice(1, 0, 2, 1).det(),
        ["inv"] = x => linalg.inv(x.slice(1, 0, 2, 1) + eye(2, dtype: ScalarType.Float64) * 3.0),
        ["normalize"] = x => F.normalize(x),
        ["layer_norm"] = x => F.layer_norm(x, [3]),
        ["pad"] = x => F.pad(x, (1, 2)).square(),
        ["unfold"] = x => x.unfold(1, 2, 1).square(),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void UnaryMatchesFiniteDifferences(string name) =>
        Numeric.CheckBoth(x => unary[name](x[0]), Some(1, 2, 3));

    public static TheoryData<string> Names() => new(unary.Keys);

    private static readonly Dictionary<string, (Func<Tensor[], Tensor> f, long[][] shapes)> several = new()
    {
        ["add"] = (
            x => x[0] + x[1],
            [
                [2, 3],
                [3],
            ]
        ),
        ["sub alpha"] = (
            x => x[0].add(x[1], -2.0),
            [
                [2, 3],
                [3],
            ]
        ),
        ["mul"] = (
            x => x[0] * x[1],
            [
                [2, 3],
                [2, 1],
            ]
        ),
        ["div"] = (
            x => x[0] / x[1],
            [
                [2, 3],
                [3],
            ]
        ),
        ["pow"] = (
            x => x[0].pow(x[1]),
            [
                [2, 3],
                [2, 3],
            ]
        ),
        ["maximum"] = (
            x => x[0].maximum(x[1]),
            [
                [2, 3],
                [2, 3],
            ]
        ),
        ["where"] = (
            x => where(x[0].detach() > 1.0, x[0] * 2.0, x[1].square()),
            [
                [2, 3],
                [2, 3],
            ]
        ),
        ["lerp"] = (
            x => x[0].lerp(x[1], x[2]),
            [
                [2, 3],
                [2, 3],
                [2, 3],
            ]
        ),
        ["addcmul"] = (
            x => x[0].addcmul(x[1], x[2], 0.5),
            [
                [3],
                [3],
                [3],
            ]
        ),
        ["addcdiv"] = (
            x => x[0].addcdiv(x[1], x[2], 0.5),
            [
                [3],
                [3],
                [3],
            ]
        ),
        ["atan2"] = (
            x => x[0].atan2(x[1]),
            [
                [3],
                [3],
            ]
        ),
        ["logaddexp"] = (
            x => x[0].logaddexp(x[1]),
            [
                [3],
                [3],
            ]
        ),
        ["matmul"] = (
            x => x[0].matmul(x[1]),
            [
                [2, 2, 3],
                [3, 2],
            ]
        ),
        ["bmm"] = (
            x => x[0].bmm(x[1]),
            [
                [2, 2, 3],
                [2, 3, 2],
            ]
        ),
        ["addbmm"] = (
            x => x[0].addbmm(x[1], x[2]),
            [
                [1, 2],
                [2, 2, 3],
                [2, 3, 2],
            ]
        ),
        ["addmm"] = (
            x => x[0].addmm(x[1], x[2], 0.5f, 2),
            [
                [2],
                [2, 3],
                [3, 2],
            ]
        ),
        ["mv"] = (
            x => x[0].mv(x[1]),
            [
                [2, 3],
                [3],
            ]
        ),
        ["outer"] = (
            x => x[0].outer(x[1]),
            [
                [2],
                [3],
            ]
        ),
        ["einsum"] = (
            x => einsum("tij,tjk->tik", x[0], x[1]),
            [
                [2, 2, 3],
                [2, 3, 2],
            ]
        ),
        ["linear"] = (
            x => F.linear(x[0], x[1], x[2]),
            [
                [2, 3],
                [4, 3],
                [4],
            ]
        ),
        ["solve"] = (
            x => linalg.solve(x[0] + eye(2, dtype: ScalarType.Float64) * 4.0, x[1]),
            [
                [2, 2],
                [2, 1],
            ]
        ),
        ["cat"] = (
            x => cat([x[0], x[1].square()], 1),
            [
                [2, 3],
                [2, 1],
            ]
        ),
        ["stack"] = (
            x => stack([x[0], x[1].square()], 1),
            [
                [2, 3],
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
                    .square(),
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
                    .square(),
            [
                [2, 3],
                [2, 2],
            ]
        ),
        ["index_select"] = (
            x => x[0].index_select(0, tensor(new long[] { 1, 1, 0 })).square(),
            [
                [2, 3],
            ]
        ),
        ["conv1d"] = (
            x => F.conv1d(x[0], x[1], x[2], 1, 1),
            [
                [2, 2, 4],
                [2, 2, 3],
                [2],
            ]
        ),
        ["conv2d"] = (
            x => F.conv2d(x[0], x[1], x[2], [1, 1], [1, 1]),
            [
                [1, 2, 4, 3],
                [2, 2, 3, 3],
                [2],
            ]
        ),
        ["conv2d groups"] = (
            x => F.conv2d(x[0], x[1], null, [2, 2], [1, 1], [1, 1], 2),
            [
                [1, 4, 4, 4],
                [2, 2, 3, 3],
            ]
        ),
        ["max_pool2d"] = (
            x => F.max_pool2d(x[0], 2).square(),
            [
                [1, 2, 4, 4],
            ]
        ),
        ["avg_pool2d"] = (
            x => F.avg_pool2d(x[0], 2).square(),
            [
                [1, 2, 4, 4],
            ]
        ),
        ["batch_norm"] = (
            x => F.batch_norm(x[0], null!, null!, x[1], x[2], true),
            [
                [4, 3],
                [3],
                [3],
            ]
        ),
        ["mse_loss"] = (
            x => F.mse_loss(x[0], x[1]),
            [
                [2, 3],
                [2, 3],
            ]
        ),
        ["smooth_l1_loss"] = (
            x => F.smooth_l1_loss(x[0] * 3.0, x[1]),
            [
                [2, 3],
                [2, 3],
            ]
        ),
        ["cross_entropy"] = (
            x => F.cross_entropy(x[0], tensor(new long[] { 2, 0 })),
            [
                [2, 3],
            ]
        ),
        ["bce with logits"] = (
            x => F.binary_cross_entropy_with_logits(x[0], tensor(new[] { 0.0, 1.0, 1.0 })),
            [
                [3],
            ]
        ),
        ["cosine_similarity"] = (
            x => F.cosine_similarity(x[0], x[1]),
            [
                [2, 3],
                [2, 3],
            ]
        ),
        ["cdist"] = (
            x => cdist(x[0], x[1] + 2.0),
            [
                [2, 3],
                [2, 3],
            ]
        ),
    };

    [Theory]
    [MemberData(nameof(SeveralNames))]
    public void SeveralInputsMatchFiniteDifferences(string name)
    {
        var (f, shapes) = several[name];
        var inputs = shapes.Select((shape, i) => Some(20 + i, shape)).ToArray();
        // libtorch has no second derivative of distances that is worth the name.
        if (name == "cdist")
            Numeric.CheckGradient(f, inputs);
        else
            Numeric.CheckBoth(f, inputs);
    }

    public static TheoryData<string> SeveralNames() => new(several.Keys);

    [Fact]
    public void UnusedInputHasAnInvalidGradient()
    {
        var x = ones(2, requires_grad: true);
        var y = ones(2, requires_grad: true);
        var gradients = autograd.grad([(x * 3.0).sum()], [x, y], null, false, false, true);
        Near.Equal([3, 3], gradients[0]);
        Assert.True(gradients[1].IsInvalid);
    }

    [Fact]
    public void WeightsOfOutputsCount()
    {
        var x = tensor(new[] { 1.0, 2.0 }, requires_grad: true);
        var gradients = autograd.grad([x.square()], [x], [tensor(new[] { 10.0, 100.0 })], false, false);
        Near.Equal([20, 400], gradients[0]);
    }

    [Fact]
    public void GraphIsCutByDetachAndNoGrad()
    {
        var x = ones(2, requires_grad: true);
        Assert.True((x * 2.0).requires_grad);
        Assert.False((x * 2.0).is_leaf);
        Assert.True(x.is_leaf);
        Assert.False(x.detach().requires_grad);
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            Assert.False((x * 2.0).requires_grad);
            using (enable_grad())
                Assert.True((x * 2.0).requires_grad);
        }
        Assert.True(is_grad_enabled());
    }
}
