using static TorchSharp.torch;

namespace TorchSharp.Tests;

public class IndexTests
{
    // [2, 3, 4], element = 100 i + 10 j + k
    private static Tensor X => arange(0, 200, 100).view(2, 1, 1) + arange(0, 30, 10).view(3, 1) + arange(4);

    private static void Is(Tensor actual, long[] shape, params double[] elements)
    {
        Assert.Equal(shape, actual.shape);
        Near.Equal(elements, actual);
    }

    [Fact]
    public void Numbers()
    {
        Is(X[1, 2, 3], [], 123);
        Is(X[-1, -1, -1], [], 123);
        Is(X[1, 2], [4], 120, 121, 122, 123);
        Is(X[0][1], [4], 10, 11, 12, 13);
    }

    [Fact]
    public void Slices()
    {
        Is(X[TensorIndex.Slice(1), 0, TensorIndex.Slice(0, 4, 2)], [1, 2], 100, 102);
        Is(X[TensorIndex.Ellipsis, 1], [2, 3], 1, 11, 21, 101, 111, 121);
        Is(X[1, TensorIndex.Ellipsis, 1], [3], 101, 111, 121);
        Is(X[TensorIndex.Colon, 0, 0], [2], 0, 100);
        Near.Shape(X[TensorIndex.None, TensorIndex.Colon], 1, 2, 3, 4);
        Is(X[.., 0, 1..3], [2, 2], 1, 2, 101, 102);
        Is(X[0, 0, TensorIndex.Slice(-2)], [2], 2, 3);
    }

    [Fact]
    public void Tensors()
    {
        var places = tensor(new long[] { 2, 0 });
        Is(X[TensorIndex.Single(0), TensorIndex.Tensor(places), TensorIndex.Single(1)], [2], 21, 1);
        Is(X[0][places], [2, 4], 20, 21, 22, 23, 0, 1, 2, 3);
        Is(
            X[TensorIndex.Colon, TensorIndex.Tensor(places), TensorIndex.Slice(0, 1)],
            [2, 2, 1],
            20,
            0,
            120,
            100
        );
        Is(X[X > 120], [3], 121, 122, 123);
        Is(
            X.index(tensor(new long[] { 0, 1 }), tensor(new long[] { 1, 2 })),
            [2, 4],
            10,
            11,
            12,
            13,
            120,
            121,
            122,
            123
        );
    }

    [Fact]
    public void Assignment()
    {
        var x = zeros(2, 3);
        x[0, 1] = tensor(5f);
        x[1] = tensor(new[] { 1f, 2f, 3f });
        Near.Equal([0, 5, 0, 1, 2, 3], x);
        x[TensorIndex.Colon, TensorIndex.Slice(1)] = tensor(9f);
        Near.Equal([0, 9, 9, 1, 9, 9], x);
        x[x > 5] = tensor(-1f);
        Near.Equal([0, -1, -1, 1, -1, -1], x);
        x.index_put_(ones(2), [tensor(new long[] { 1, 1 }), tensor(new long[] { 0, 0 })], true);
        Near.Equal([0, -1, -1, 3, -1, -1], x);
        x.index_put_(8f.ToScalar(), TensorIndex.Single(0));
        Near.Equal([8, 8, 8, 3, -1, -1], x);
    }
}
