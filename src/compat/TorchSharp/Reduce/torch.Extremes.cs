namespace TorchSharp;

public static partial class torch
{
    /// <summary>The largest of all elements; or along a dimension, with where it is; or of each two.</summary>
    public static Tensor max(Tensor input) => input.max();

    /// <summary>The largest of all elements; or along a dimension, with where it is; or of each two.</summary>
    public static Tensor max(Tensor input, Tensor other) => input.max(other);

    /// <summary>The largest of all elements; or along a dimension, with where it is; or of each two.</summary>
    public static (Tensor values, Tensor indexes) max(Tensor input, long dim, bool keepdim = false) =>
        input.max(dim, keepdim);

    /// <summary>The smallest of all elements; or along a dimension, with where it is; or of each two.</summary>
    public static Tensor min(Tensor input) => input.min();

    /// <summary>The smallest of all elements; or along a dimension, with where it is; or of each two.</summary>
    public static Tensor min(Tensor input, Tensor other) => input.min(other);

    /// <summary>The smallest of all elements; or along a dimension, with where it is; or of each two.</summary>
    public static (Tensor values, Tensor indexes) min(Tensor input, long dim, bool keepdim = false) =>
        input.min(dim, keepdim);

    /// <summary>The largest element along dimensions; its gradient is shared among equal ones.</summary>
    public static Tensor amax(
        Tensor input,
        ReadOnlySpan<long> dims,
        bool keepdim = false,
        Tensor? @out = null
    ) => input.amax(dims, keepdim, @out);

    /// <summary>The largest element along dimensions; its gradient is shared among equal ones.</summary>
    public static Tensor amax(Tensor input, long[] dims) => input.amax(dims);

    /// <summary>The largest element along dimensions; its gradient is shared among equal ones.</summary>
    public static Tensor amax(Tensor input, long[] dims, bool keepdim = false, Tensor? @out = null) =>
        input.amax(dims, keepdim, @out);

    /// <summary>The smallest element along dimensions; its gradient is shared among equal ones.</summary>
    public static Tensor amin(
        Tensor input,
        ReadOnlySpan<long> dims,
        bool keepdim = false,
        Tensor? @out = null
    ) => input.amin(dims, keepdim, @out);

    /// <summary>The smallest element along dimensions; its gradient is shared among equal ones.</summary>
    public static Tensor amin(Tensor input, long[] dims, bool keepdim = false, Tensor? @out = null) =>
        input.amin(dims, keepdim, @out);

    /// <summary>The smallest and the largest element.</summary>
    public static (Tensor min, Tensor max) aminmax(Tensor input, long? dim = null, bool keepdim = false) =>
        input.aminmax(dim, keepdim);

    /// <summary>Where the largest element is, of all or along a dimension.</summary>
    public static Tensor argmax(Tensor input) => input.argmax();

    /// <summary>Where the largest element is, of all or along a dimension.</summary>
    public static Tensor argmax(Tensor input, long dim, bool keepdim = false) => input.argmax(dim, keepdim);

    /// <summary>Where the smallest element is, of all or along a dimension.</summary>
    public static Tensor argmin(Tensor input) => input.argmin();

    /// <summary>Where the smallest element is, of all or along a dimension.</summary>
    public static Tensor argmin(Tensor input, long dim, bool keepdim = false) => input.argmin(dim, keepdim);

    /// <summary>The largest of the elements so far along a dimension, and where it is.</summary>
    public static (Tensor values, Tensor indices) cummax(Tensor input, long dim) => input.cummax(dim);

    /// <summary>The smallest of the elements so far along a dimension, and where it is.</summary>
    public static (Tensor values, Tensor indexes) cummin(Tensor input, long dim) => input.cummin(dim);

    /// <summary>The median of all elements, the lower of two.</summary>
    public static Tensor median(Tensor input) => input.median();

    /// <summary>The quantiles along a dimension, or of all elements for −1; linear between elements.</summary>
    public static Tensor quantile(Tensor input, Tensor q, long dim = -1, bool keepdim = false) =>
        input.quantile(q, dim, keepdim);

    /// <summary>The most frequent element along a dimension, and where it is.</summary>
    public static (Tensor values, Tensor indices) mode(Tensor input, long dim = -1, bool keepdim = false) =>
        input.mode(dim, keepdim);
}
