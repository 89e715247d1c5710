using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;
using Reduction = TorchSharp.torch.nn.Reduction;

namespace TorchSharp.Tests;

public class FunctionalTests
{
    private static Tensor Random(int seed, params long[] shape)
    {
        var random = new Random(seed);
        var count = (int)shape.Aggregate(1L, (product, size) => product * size);
        return tensor(Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5).ToArray(), shape);
    }

    private static double At(Tensor t, long n, long c, long y, long x) =>
        y < 0 || x < 0 || y >= t.shape[2] || x >= t.shape[3] ? 0 : t[n, c, y, x].item<double>();

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(2, 1, 1)]
    [InlineData(1, 1, 2)]
    public void Conv2dMatchesLoops(long stride, long padding, long groups)
    {
        Tensor image = Random(1, 2, 2, 5, 4),
            kernel = Random(2, 4, 2 / groups, 3, 3),
            bias = Random(3, 4);
        var result = F.conv2d(image, kernel, bias, [stride, stride], [padding, padding], [1, 1], groups);
        var expected = new List<double>();
        for (var n = 0; n < 2; n++)
        for (var o = 0L; o < 4; o++)
        for (var y = 0L; y < result.shape[2]; y++)
        for (var x = 0L; x < result.shape[3]; x++)
        {
            var sum = bias[o].item<double>();
            for (var c = 0L; c < 2 / groups; c++)
            for (var i = 0; i < 3; i++)
            for (var j = 0; j < 3; j++)
                sum +=
                    kernel[o, c, i, j].item<double>()
                    * At(
                        image,
                        n,
                        o / (4 / groups) * (2 / groups) + c,
                        y * stride - padding + i,
                        x * stride - padding + j
                    );
            expected.Add(sum);
        }
        Near.Equal(expected.ToArray(), result);
    }

    [Fact]
    public void Pooling()
    {
        var image = arange(16, dtype: ScalarType.Float64).view(1, 1, 4, 4);
        Near.Equal([5, 7, 13, 15], F.max_pool2d(image, 2));
        Near.Equal([5, 7, 13, 15], F.max_pool2d(image, [2L, 2L], [2L, 2L]));
        Near.Equal([2.5, 4.5, 10.5, 12.5], F.avg_pool2d(image, 2));
        Near.Equal([7.5], F.adaptive_avg_pool2d(image, 1));
        Near.Equal([2.5, 4.5, 10.5, 12.5], F.adaptive_avg_pool2d(image, [2L, 2L]));
        Near.Equal([1, 3], F.max_pool1d(arange(4, dtype: ScalarType.Float64).view(1, 1, 4), 2));
    }

    [Fact]
    public void LinearIsProductPlusBias()
    {
        Tensor x = Random(1, 2, 3),
            w = Random(2, 4, 3),
            b = Random(3, 4);
        Near.Equal(Near.Values(x.matmul(w.t()) + b), F.linear(x, w, b));
        Near.Equal(Near.Values(x.matmul(w.t())), F.linear(x, w));
    }

    [Fact]
    public void NormalizationHasMeanZeroAndVarianceOne()
    {
        var x = Random(1, 6, 3) * 3.0 + 1.0;
        var expected = (x - x.mean([0L])) / (x.var([0L], false) + 1e-5).sqrt();
        Near.Equal(Near.Values(expected), F.batch_norm(x, null!, null!, null, null, true));
        var rows = (x - x.mean([1L], true)) / (x.var([1L], false, true) + 1e-5).sqrt();
        Near.Equal(Near.Values(rows), F.layer_norm(x, [3]));
        Near.Equal(Near.Values(rows * 2.0 + 1.0), F.layer_norm(x, [3], full_like(x[0], 2), ones_like(x[0])));
        var running = zeros(3, dtype: ScalarType.Float64);
        F.batch_norm(x, running, ones(3, dtype: ScalarType.Float64), null, null, true, 0.25);
        Near.Equal(Near.Values(x.mean([0L]) * 0.25), running);
        Near.Equal(Near.Values(x / x.norm(1, true)), F.normalize(x));
        var grouped = Random(4, 2, 4, 3);
        var parts = grouped.view(2, 2, 6);
        var one = (parts - parts.mean([2L], true)) / (parts.var([2L], false, true) + 1e-5).sqrt();
        Near.Equal(Near.Values(one), F.group_norm(grouped, 2));
    }

    [Fact]
    public void Losses()
    {
        var scores = Random(1, 4, 3);
        var labels = tensor(new long[] { 0, 2, 1, 2 });
        var log = scores.log_softmax(1);
        var each = Enumerable
            .Range(0, 4)
            .Select(i => -log[i, labels[i].item<long>()].item<double>())
            .ToArray();
        Near.Equal(each.Average(), F.cross_entropy(scores, labels));
        Near.Equal(each.Sum(), F.cross_entropy(scores, labels, reduction: Reduction.Sum));
        Near.Equal(each, F.cross_entropy(scores, labels, reduction: Reduction.None));
        Near.Equal(each.Average(), F.nll_loss(log, labels));
        Tensor a = Random(2, 5),
            b = Random(3, 5);
        var d = Near.Values(a - b);
        Near.Equal(d.Select(v => v * v).Average(), F.mse_loss(a, b));
        Near.Equal(d.Select(v => v * v).ToArray(), F.mse_loss(a, b, Reduction.None));
        Near.Equal(d.Select(Math.Abs).Sum(), F.l1_loss(a, b, Reduction.Sum));
        Near.Equal(
            d.Select(v => Math.Abs(v) < 0.2 ? v * v / 0.4 : Math.Abs(v) - 0.1).Average(),
            F.smooth_l1_loss(a, b, beta: 0.2)
        );
        var p = a.sigmoid();
        var y = (b > 0.0).to(ScalarType.Float64);
        var cross = -(y * p.log() + (1.0 - y) * (1.0 - p).log()).mean();
        Near.Equal(Near.Values(cross), F.binary_cross_entropy(p, y));
        Near.Equal(Near.Values(cross), F.binary_cross_entropy_with_logits(a, y));
        Near.Equal(
            Near.Values((a * b).sum() / (a.norm() * b.norm())),
            F.cosine_similarity(a.unsqueeze(0), b.unsqueeze(0))
        );
    }

    [Fact]
    public void Others()
    {
        Near.Equal([0, 0, 1, 1, 0, 0], F.one_hot(tensor(new long[] { 2, 0 })));
        Near.Shape(F.one_hot(tensor(new long[] { 2, 0 }), 5), 2, 5);
        var x = arange(4, dtype: ScalarType.Float64).view(1, 1, 2, 2);
        Near.Equal([9, 0, 1, 9, 2, 3], F.pad(x, (1, 0), PaddingModes.Constant, 9));
        Near.Shape(F.pad(x, (1, 1, 2, 2)), 1, 1, 6, 4);
        Near.Equal([1, 0, 1, 3, 2, 3], F.pad(x, [1L, 0L, 0L, 0L], PaddingModes.Reflect));
        Near.Equal([0, 1, 2, 3], F.unfold(x, 2));
        Near.Equal(Near.Values(x), F.dropout(x, 0.5, false));
        var dropped = F.dropout(ones(10000), 0.25);
        Assert.InRange(dropped.mean().item<float>(), 0.95f, 1.05f);
        Assert.Equal(2, dropped.unique().output.numel());
        Near.Equal(4.0 / 3, dropped.max(), 1e-6);
    }
}
