using static TorchSharp.torch;

namespace TorchSharp.Tests;

public class ArithmeticTests
{
    private static readonly double[] left = [1.5, -2.0, 3.0, -4.5];
    private static readonly double[] right = [2.0, 3.0, -1.25, 0.5];

    private static Tensor A => tensor(left);

    private static Tensor B => tensor(right);

    private static double[] Zip(Func<double, double, double> f) => left.Zip(right, f).ToArray();

    private static double[] Map(Func<double, double> f) => left.Select(f).ToArray();

    private static double Remainder(double a, double b) => a - b * Math.Floor(a / b);

    [Fact]
    public void TensorWithTensor()
    {
        Near.Equal(Zip((a, b) => a + b), A + B);
        Near.Equal(Zip((a, b) => a - b), A - B);
        Near.Equal(Zip((a, b) => a * b), A * B);
        Near.Equal(Zip((a, b) => a / b), A / B);
        Near.Equal(Zip(Remainder), A % B);
        Near.Equal(Zip((a, b) => a + b), A.add(B));
        Near.Equal(Zip((a, b) => a + 3 * b), A.add(B, 3));
        Near.Equal(Zip((a, b) => a - b), A.sub(B));
        Near.Equal(Zip((a, b) => a * b), torch.mul(A, B));
        Near.Equal(Zip((a, b) => a / b), torch.div(A, B));
        Near.Equal(Zip((a, b) => Math.Floor(a / b)), A.div(B, RoundingMode.floor));
        Near.Equal(Zip((a, b) => Math.Truncate(a / b)), A.div(B, RoundingMode.trunc));
        Near.Equal(Zip((a, b) => Math.Floor(a / b)), A.floor_divide(B));
        Near.Equal(Zip((a, b) => a % b), A.fmod(B));
        Near.Equal(Zip(Math.Max), A.maximum(B));
        Near.Equal(Zip(Math.Min), A.minimum(B));
        Near.Equal(Zip(Math.Max), torch.max(A, B));
        Near.Equal(Zip((a, b) => Math.Pow(Math.Abs(a), b)), A.abs().pow(B));
        Near.Equal(Zip(Math.Atan2), A.atan2(B));
        Near.Equal(Zip((a, b) => Math.Log(Math.Exp(a) + Math.Exp(b))), A.logaddexp(B));
    }

    [Fact]
    public void TensorWithNumberOnEitherSide()
    {
        Near.Equal(Map(a => a + 2), A + 2);
        Near.Equal(Map(a => a - 2), A - 2L);
        Near.Equal(Map(a => a * 2.5), A * 2.5f);
        Near.Equal(Map(a => a / 2.5), A / 2.5);
        Near.Equal(Map(a => Remainder(a, 2)), A % 2);
        Near.Equal(Map(a => 2 + a), 2 + A);
        Near.Equal(Map(a => 2 - a), 2L - A);
        Near.Equal(Map(a => 2.5 * a), 2.5f * A);
        Near.Equal(Map(a => 2.5 / a), 2.5 / A);
        Scalar two = 2.0;
        Near.Equal(Map(a => a + 2), A + two);
        Near.Equal(Map(a => 2 - a), two - A);
        Near.Equal(Map(a => 2 / a), two / A);
        Near.Equal(Map(a => a * 2), A.mul(2.0.ToScalar()));
        Near.Equal(Map(a => a + 3 * 2), A.add(2, 3));
    }

    [Fact]
    public void NumbersDoNotWidenTheType()
    {
        var single = ones(2);
        Assert.Equal(ScalarType.Float32, (single * 2.0).dtype);
        Assert.Equal(ScalarType.Float32, (single + 2).dtype);
        Assert.Equal(ScalarType.Float32, (2.0 / single).dtype);
        var whole = arange(3);
        Assert.Equal(ScalarType.Int64, (whole * 2).dtype);
        Assert.Equal(ScalarType.Float32, (whole * 2.5).dtype);
        Assert.Equal(ScalarType.Float32, (whole / 2).dtype);
        Near.Equal([0, 2.5, 5], whole * 2.5);
        Near.Equal([0, 1, 2], 1.0 * whole);
        Near.Equal([1, 0, -1], 1 - whole);
        Assert.Equal(ScalarType.Float64, (single + tensor(new[] { 1.0, 2.0 })).dtype);
        Assert.Equal(ScalarType.Int64, (ones(2, dtype: ScalarType.Bool) + 1).dtype);
    }

    [Fact]
    public void Broadcasts()
    {
        var column = tensor(new[] { 1.0, 2.0 }).unsqueeze(1);
        Near.Equal([11, 21, 31, 12, 22, 32], column + tensor(new[] { 10.0, 20.0, 30.0 }));
    }

    [Fact]
    public void InPlaceWritesAndReturnsTheSameObject()
    {
        var x = tensor(left);
        Assert.Same(x, x.add_(B));
        Assert.Same(x, x.sub_(1));
        Assert.Same(x, x.mul_(B));
        Assert.Same(x, x.div_(2));
        Near.Equal(Zip((a, b) => (a + b - 1) * b / 2), x);
        Assert.Same(x, x.fill_(7));
        Near.Equal([7, 7, 7, 7], x);
        Assert.Same(x, x.copy_(B));
        Near.Equal(right, x);
        Assert.Same(x, x.addcmul_(A, B, 0.5));
        Near.Equal(Zip((a, b) => b + 0.5 * a * b), x);
        Assert.Same(x, x.copy_(B).addcdiv_(A, B, 0.5));
        Near.Equal(Zip((a, b) => b + 0.5 * a / b), x);
        Assert.Same(x, x.copy_(A).add_(B, -2));
        Near.Equal(Zip((a, b) => a - 2 * b), x);
        Assert.Same(x, x.copy_(A).pow_(2).remainder_(3));
        Near.Equal(Map(a => Remainder(a * a, 3)), x);
    }

    [Fact]
    public void Fused()
    {
        var weight = tensor(new[] { 0.0, 0.25, 0.5, 1.0 });
        Near.Equal([1.5, -0.75, 0.875, 0.5], A.lerp(B, weight));
        Near.Equal(Zip((a, b) => a + 0.5 * a * b), A.addcmul(A, B, 0.5));
        Near.Equal(Zip((a, b) => a + 0.5 * a / b), A.addcdiv(A, B, 0.5));
    }
}
