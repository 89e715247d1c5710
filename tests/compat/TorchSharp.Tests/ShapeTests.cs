using static TorchSharp.torch;

namespace TorchSharp.Tests;

public class ShapeTests
{
    // [2, 3]: 0 1 2 / 3 4 5
    private static Tensor X => arange(6).reshape(2, 3);

    private static void Is(Tensor actual, long[] shape, params double[] elements)
    {
        Assert.Equal(shape, actual.shape);
        Near.Equal(elements, actual);
    }

    [Fact]
    public void SameElementsInAnotherShape()
    {
        Is(X.view(3, 2), [3, 2], 0, 1, 2, 3, 4, 5);
        Is(X.reshape(-1), [6], 0, 1, 2, 3, 4, 5);
        Is(X.flatten(), [6], 0, 1, 2, 3, 4, 5);
        Is(X.unsqueeze(1), [2, 1, 3], 0, 1, 2, 3, 4, 5);
        Is(X.unsqueeze(1).squeeze(1), [2, 3], 0, 1, 2, 3, 4, 5);
        Is(X.unsqueeze(0).unsqueeze(0).squeeze(), [2, 3], 0, 1, 2, 3, 4, 5);
        Is(X.view(6).unflatten(0, 3, 2), [3, 2], 0, 1, 2, 3, 4, 5);
        Is(X.view_as(zeros(3, 2)), [3, 2], 0, 1, 2, 3, 4, 5);
    }

    [Fact]
    public void OtherOrderOfDimensions()
    {
        Is(X.t(), [3, 2], 0, 3, 1, 4, 2, 5);
        Is(X.T, [3, 2], 0, 3, 1, 4, 2, 5);
        Is(X.mT, [3, 2], 0, 3, 1, 4, 2, 5);
        Is(X.transpose(0, 1), [3, 2], 0, 3, 1, 4, 2, 5);
        Is(X.permute(1, 0), [3, 2], 0, 3, 1, 4, 2, 5);
        Is(X.swapaxes(0, 1), [3, 2], 0, 3, 1, 4, 2, 5);
        Near.Shape(zeros(2, 3, 4).movedim([0], [2]), 3, 4, 2);
        Near.Shape(torch.movedim(zeros(2, 3, 4), 0, 2), 3, 4, 2);
        Near.Shape(zeros(2, 3, 4).permute(2, 0, 1), 4, 2, 3);
        Assert.False(X.t().is_contiguous());
        Assert.True(X.t().contiguous().is_contiguous());
        Assert.Equal([1L, 3L], X.t().stride());
    }

    [Fact]
    public void Repetition()
    {
        Is(X.select(1, 0).unsqueeze(1).expand(2, 2), [2, 2], 0, 0, 3, 3);
        Is(X.select(1, 0).unsqueeze(1).expand(-1, 2), [2, 2], 0, 0, 3, 3);
        Is(X[0].expand_as(X), [2, 3], 0, 1, 2, 0, 1, 2);
        Is(X[0].broadcast_to(2, 3), [2, 3], 0, 1, 2, 0, 1, 2);
        Is(X[0].repeat(2, 2), [2, 6], 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2);
        Is(X[0].tile([2]), [6], 0, 1, 2, 0, 1, 2);
        Is(X[0].repeat_interleave(2), [6], 0, 0, 1, 1, 2, 2);
        Is(X.repeat_interleave(2, 0), [4, 3], 0, 1, 2, 0, 1, 2, 3, 4, 5, 3, 4, 5);
    }

    [Fact]
    public void Parts()
    {
        Is(X.narrow(1, 1, 2), [2, 2], 1, 2, 4, 5);
        Is(X.select(0, 1), [3], 3, 4, 5);
        Is(X.slice(1, 0, 3, 2), [2, 2], 0, 2, 3, 5);
        Assert.Equal(2, X.unbind(0).Length);
        Is(X.unbind(1)[2], [2], 2, 5);
        Is(X.split(2, 1)[1], [2, 1], 2, 5);
        Is(X.split([1L, 2L], 1)[1], [2, 2], 1, 2, 4, 5);
        Is(X.chunk(2, 1)[0], [2, 2], 0, 1, 3, 4);
        Is(X.diagonal(), [2], 0, 4);
        Is(X.tril(), [2, 3], 0, 0, 0, 3, 4, 0);
        Is(X.triu(1), [2, 3], 0, 1, 2, 0, 0, 5);
        Is(arange(2).diag(), [2, 2], 0, 0, 0, 1);
        Is(arange(2).diag_embed(), [2, 2], 0, 0, 0, 1);
        Is(arange(4).unfold(0, 2, 1), [3, 2], 0, 1, 1, 2, 2, 3);
    }

    [Fact]
    public void Joined()
    {
        Is(cat([X, X], 0), [4, 3], 0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5);
        Is(cat(new List<Tensor> { X[0], X[1] }), [6], 0, 1, 2, 3, 4, 5);
        Is(stack([X[0], X[1]], 1), [3, 2], 0, 3, 1, 4, 2, 5);
        Is(vstack([X[0], X[1]]), [2, 3], 0, 1, 2, 3, 4, 5);
        Is(hstack(X[0], X[1]), [6], 0, 1, 2, 3, 4, 5);
        var grid = meshgrid([arange(2), arange(3)]);
        Is(grid[0], [2, 3], 0, 0, 0, 1, 1, 1);
        Is(grid[1], [2, 3], 0, 1, 2, 0, 1, 2);
        Is(cartesian_prod(arange(2), arange(2)), [4, 2], 0, 0, 0, 1, 1, 0, 1, 1);
    }

    [Fact]
    public void Reordered()
    {
        Is(X.flip(1), [2, 3], 2, 1, 0, 5, 4, 3);
        Is(X.flip(0, 1), [2, 3], 5, 4, 3, 2, 1, 0);
        Is(X.roll(1, 1), [2, 3], 2, 0, 1, 5, 3, 4);
        Is(X.rot90(), [3, 2], 2, 5, 1, 4, 0, 3);
        var y = tensor(new[] { 3.0, 1.0, 2.0 });
        var (values, places) = y.sort();
        Is(values, [3], 1, 2, 3);
        Is(places, [3], 1, 2, 0);
        Is(y.sort(0, true).Item1, [3], 3, 2, 1);
        Is(y.argsort(), [3], 1, 2, 0);
        var (best, where) = y.topk(2);
        Is(best, [2], 3, 2);
        Is(where, [2], 0, 2);
        var (unique, inverse, counts) = tensor(new long[] { 5, 2, 5 }).unique(true, true, true);
        Is(unique, [2], 2, 5);
        Is(inverse!, [3], 1, 0, 1);
        Is(counts!, [2], 1, 2);
        Is(tensor(new long[] { 0, 2, 2 }).bincount(null!), [3], 1, 0, 2);
        Is(tensor(new[] { 0.1, 0.9, 0.6 }).histc(2, 0, 1), [2], 1, 2);
    }

    [Fact]
    public void Gathered()
    {
        var index = tensor(
            new long[,]
            {
                { 2, 0 },
                { 1, 1 },
            }
        );
        Is(X.gather(1, index), [2, 2], 2, 0, 4, 4);
        Is(X.take_along_dim(index, 1), [2, 2], 2, 0, 4, 4);
        Is(X.index_select(1, tensor(new long[] { 2, 2 })), [2, 2], 2, 2, 5, 5);
        var source = ones(2, 2, dtype: ScalarType.Int64) * 10;
        Is(X.scatter(1, index, source), [2, 3], 10, 1, 10, 3, 10, 5);
        Is(X.scatter_add(1, index, source), [2, 3], 10, 1, 12, 3, 24, 5);
        Is(X.index_add(0, tensor(new long[] { 1, 1 }), X, 1), [2, 3], 0, 1, 2, 6, 9, 12);
        var written = X;
        Assert.Same(written, written.scatter_(1, index, source));
        Is(written, [2, 3], 10, 1, 10, 3, 10, 5);
    }

    [Fact]
    public void ViewsShareAndClonesDoNot()
    {
        var x = X;
        var copy = x.clone();
        x.view(6)[0] = tensor(100L);
        Near.Equal([100, 1, 2, 3, 4, 5], x);
        Near.Equal([0, 1, 2, 3, 4, 5], copy);
        var alias = x.alias();
        x.Dispose();
        Near.Equal([100, 1, 2, 3, 4, 5], alias);
    }
}
