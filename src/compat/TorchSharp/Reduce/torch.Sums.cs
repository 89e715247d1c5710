namespace TorchSharp;

public static partial class torch
{
    /// <summary>The sum of all elements or along dimensions.</summary>
    public static Tensor sum(
        Tensor input,
        ReadOnlySpan<long> dim,
        bool keepdim = false,
        ScalarType? type = null
    ) => input.sum(dim, keepdim, type);

    /// <summary>The sum of all elements or along dimensions.</summary>
    public static Tensor sum(Tensor input, ScalarType? type = null) => input.sum(type);

    /// <summary>The sum of all elements or along dimensions.</summary>
    public static Tensor sum(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) =>
        input.sum(dim, keepdim, type);

    /// <summary>The sum of all elements that are numbers.</summary>
    public static Tensor nansum(Tensor input) => input.nansum();

    /// <summary>The mean of all elements or along dimensions.</summary>
    public static Tensor mean(Tensor input) => input.mean();

    /// <summary>The mean of all elements or along dimensions.</summary>
    public static Tensor mean(
        Tensor input,
        long[] dimensions,
        bool keepdim = false,
        ScalarType? type = null
    ) => input.mean(dimensions, keepdim, type);

    /// <summary>The product of all elements or along a dimension.</summary>
    public static Tensor prod(Tensor input, ScalarType? type = null) => input.prod(type);

    /// <summary>The product of all elements or along a dimension.</summary>
    public static Tensor prod(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) =>
        input.prod(dim, keepdim, type);

    /// <summary>The sums of the elements so far along a dimension.</summary>
    public static Tensor cumsum(Tensor input, long dim, ScalarType? type = null) => input.cumsum(dim, type);

    /// <summary>The products of the elements so far along a dimension.</summary>
    public static Tensor cumprod(Tensor input, long dim, ScalarType? dtype = null) =>
        input.cumprod(dim, dtype);

    /// <summary>The logarithm of the sum of exponentials so far along a dimension.</summary>
    public static Tensor logcumsumexp(Tensor input, long dim) => input.logcumsumexp(dim);

    /// <summary>The logarithm of the sum of exponentials along a dimension.</summary>
    public static Tensor logsumexp(Tensor input, long dim, bool keepdim = false) =>
        input.logsumexp(dim, keepdim);

    /// <summary>The number of elements that are not zero.</summary>
    public static Tensor count_nonzero(Tensor input, long[]? dims = null) => input.count_nonzero(dims);

    /// <summary>The p-norm of all elements or along a dimension.</summary>
    public static Tensor norm(Tensor input, float p = 2) => input.norm(p);

    /// <summary>The p-norm of all elements or along a dimension.</summary>
    public static Tensor norm(Tensor input, int dimension, bool keepdim = false, float p = 2) =>
        input.norm(dimension, keepdim, p);

    /// <summary>The p-norm of the difference to another tensor.</summary>
    public static Tensor dist(Tensor input, Tensor other, float p = 2) => input.dist(other, p);
}
