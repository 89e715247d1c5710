namespace TorchSharp;

public static partial class torch
{
    /// <summary>The elements of a dimension at the numbers in <c>index</c>.</summary>
    public static Tensor index_select(Tensor input, long dim, Tensor index) => input.index_select(dim, index);

    /// <summary>The tensor with <c>alpha</c> times the source added where <c>index</c> says, along a dimension.</summary>
    public static Tensor index_add(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) =>
        input.index_add(dim, index, source, alpha);

    /// <summary>The tensor with <c>alpha</c> times the source added where <c>index</c> says, along a dimension. Written into this tensor, which is returned.</summary>
    public static Tensor index_add_(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) =>
        input.index_add_(dim, index, source, alpha);

    /// <summary>The tensor with the source copied where <c>index</c> says, along a dimension.</summary>
    public static Tensor index_copy(Tensor input, long dim, Tensor index, Tensor source) =>
        input.index_copy(dim, index, source);

    /// <summary>The tensor with the source copied where <c>index</c> says, along a dimension. Written into this tensor, which is returned.</summary>
    public static Tensor index_copy_(Tensor input, long dim, Tensor index, Tensor source) =>
        input.index_copy_(dim, index, source);

    /// <summary>The tensor with a number where <c>index</c> says, along a dimension.</summary>
    public static Tensor index_fill(Tensor input, long dim, Tensor index, Scalar value) =>
        input.index_fill(dim, index, value);

    /// <summary>The tensor with a number where <c>index</c> says, along a dimension. Written into this tensor, which is returned.</summary>
    public static Tensor index_fill_(Tensor input, long dim, Tensor index, Scalar value) =>
        input.index_fill_(dim, index, value);

    /// <summary>For each place, the element of a dimension that <c>index</c> names there.</summary>
    public static Tensor gather(Tensor input, long dim, Tensor index) => input.gather(dim, index);

    /// <summary>For each place, the element of a dimension that <c>index</c> names there.</summary>
    public static Tensor gather(Tensor input, long dim, Tensor index, bool sparse_grad = false) =>
        Aten.gather.Call(input, dim, index, sparse_grad);

    /// <summary>The tensor with the source written where <c>index</c> names, along a dimension.</summary>
    public static Tensor scatter(Tensor input, long dim, Tensor index, Tensor src) =>
        input.scatter(dim, index, src);

    /// <summary>The tensor with the source written where <c>index</c> names, along a dimension. Written into this tensor, which is returned.</summary>
    public static Tensor scatter_(Tensor input, long dim, Tensor index, Tensor src) =>
        input.scatter_(dim, index, src);

    /// <summary>The tensor with the source added where <c>index</c> names, along a dimension.</summary>
    public static Tensor scatter_add(Tensor input, long dim, Tensor index, Tensor src) =>
        input.scatter_add(dim, index, src);

    /// <summary>The tensor with the source added where <c>index</c> names, along a dimension. Written into this tensor, which is returned.</summary>
    public static Tensor scatter_add_(Tensor input, long dim, Tensor index, Tensor src) =>
        input.scatter_add_(dim, index, src);

    /// <summary>The elements at those numbers, the tensor taken as one dimension.</summary>
    public static Tensor take(Tensor input, Tensor index) => input.take(index);

    /// <summary>For each place, the element of a dimension that the indices name there.</summary>
    public static Tensor take_along_dim(Tensor input, IEnumerable<long> indices, long dim = 0) =>
        input.take_along_dim(indices, dim);

    /// <summary>For each place, the element of a dimension that the indices name there.</summary>
    public static Tensor take_along_dim(Tensor input, Tensor indices, long dim = 0) =>
        input.take_along_dim(indices, dim);
}
