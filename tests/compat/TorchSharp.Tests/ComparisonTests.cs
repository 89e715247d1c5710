using static TorchSharp.torch;

namespace TorchSharp.Tests;

public class ComparisonTests
{
    private static readonly Tensor a = tensor(new[] { 1.0, 2.0, 3.0 });
    private static readonly Tensor b = tensor(new[] { 3.0, 2.0, 1.0 });

    private static void Is(Tensor actual, params bool[] expected)
    {
        Assert.Equal(ScalarType.Bool, actual.dtype);
        Assert.Equal(expected, actual.data<bool>().ToArray());
    }

    [Fact]
    public void Operators()
    {
        Is(a == b, false, true, false);
        Is(a != b, true, false, true);
        Is(a < b, true, false, false);
        Is(a <= b, true, true, false);
        Is(a > b, false, false, true);
        Is(a >= b, false, true, true);
        Is(a > 1.5, false, true, true);
        Is(a == 2, false, true, false);
        Scalar two = 2;
        Is(two < a, false, false, true);
        Is(two >= a, true, true, false);
        Is((a > 1.5) & (a < 2.5), false, true, false);
        Is((a < 1.5) | (a > 2.5), true, false, true);
        Is((a < 2.5) ^ (a > 1.5), true, false, true);
        Is(~(a > 1.5), true, false, false);
    }

    [Fact]
    public void Methods()
    {
        Is(a.eq(b), false, true, false);
        Is(a.ne(2), true, false, true);
        Is(a.lt(2), true, false, false);
        Is(torch.gt(a, b), false, false, true);
        Is(a.equal(b), false, true, false);
        Is(tensor(new[] { 1.0, double.NaN, double.PositiveInfinity }).isnan(), false, true, false);
        Is(tensor(new[] { 1.0, double.NaN, double.PositiveInfinity }).isfinite(), true, false, false);
        Is(tensor(new[] { 1.0, double.NaN, double.PositiveInfinity }).isinf(), false, false, true);
        Is((a > 1.5).logical_not(), true, false, false);
        Is((a > 1.5).logical_and(a < 2.5), false, true, false);
        Is((a < 1.5).logical_or(a > 2.5), true, false, true);
    }

    [Fact]
    public void AnyAndAll()
    {
        Assert.True((a > 2.5).any().item<bool>());
        Assert.False((a > 2.5).all().item<bool>());
        var table = stack([a, b]) > 1.5;
        Is(table.all(0), false, true, false);
        Is(table.any(0), true, true, true);
    }

    [Fact]
    public void AllCloseAndEquals()
    {
        Assert.True(a.allclose(a + 1e-9));
        Assert.False(a.allclose(a + 1e-3));
        Assert.True(torch.allclose(a, a + 1e-3, 0, 1e-2));
        Assert.True(a.Equals(a.clone()));
        Assert.False(a.Equals(b));
    }

    [Fact]
    public void Select()
    {
        Near.Equal([3, 2, 3], where(a > b, a, b));
        Near.Equal([1, -9, -9], a.masked_fill(a > 1.5, -9));
        Near.Equal([2, 3], a.masked_select(a > 1.5));
        Near.Equal([1, 2], (a > 1.5).nonzero());
    }
}
