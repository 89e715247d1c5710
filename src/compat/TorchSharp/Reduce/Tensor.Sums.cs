namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>The sum of all elements or along dimensions.</summary>
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
            Aten.sum_dim_IntList.Call(this, dim, keepdim, type);

        /// <summary>The sum of all elements or along dimensions.</summary>
        public Tensor sum(ScalarType? type = null) => Aten.sum.Call(this, type);

        /// <summary>The sum of all elements or along dimensions.</summary>
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) =>
            Aten.sum_dim_IntList.Call(this, new[] { dim }, keepdim, type);

        /// <summary>The sum of all elements or along dimensions.</summary>
        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) =>
            Aten.sum_dim_IntList.Call(this, new[] { dim0, dim1 }, keepdim, type);

        /// <summary>The sum of all elements or along dimensions.</summary>
        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            Aten.sum_dim_IntList.Call(this, new[] { dim0, dim1, dim2 }, keepdim, type);

        /// <summary>The sum of all elements or along dimensions.</summary>
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) =>
            Aten.sum_dim_IntList.Call(this, dim, keepdim, type);

        /// <summary>The sum of all elements that are numbers.</summary>
        public Tensor nansum() => Aten.nansum.Call(this);

        /// <summary>The mean of all elements or along dimensions.</summary>
        public Tensor mean() => Aten.mean.Call(this);

        /// <summary>The mean of all elements or along dimensions.</summary>
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            Aten.mean_dim.Call(this, dimensions, keepdim, type);

        /// <summary>The product of all elements or along a dimension.</summary>
        public Tensor prod(ScalarType? type = null) => Aten.prod.Call(this, type);

        /// <summary>The product of all elements or along a dimension.</summary>
        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) =>
            Aten.prod_dim_int.Call(this, dim, keepdim, type);

        /// <summary>The sums of the elements so far along a dimension.</summary>
        public Tensor cumsum(long dim, ScalarType? type = null) => Aten.cumsum.Call(this, dim, type);

        /// <summary>The products of the elements so far along a dimension.</summary>
        public Tensor cumprod(long dim, ScalarType? type = null) => Aten.cumprod.Call(this, dim, type);

        /// <summary>The logarithm of the sum of exponentials so far along a dimension.</summary>
        public Tensor logcumsumexp(long dim) => Aten.logcumsumexp.Call(this, dim);

        /// <summary>The logarithm of the sum of exponentials along a dimension.</summary>
        public Tensor logsumexp(long dim, bool keepdim = false) =>
            Aten.logsumexp.Call(this, new[] { dim }, keepdim);

        /// <summary>The number of elements that are not zero.</summary>
        public Tensor count_nonzero(long[]? dims = null) =>
            Aten.count_nonzero_dim_IntList.Call(this, dims ?? []);

        /// <summary>The p-norm of all elements or along a dimension.</summary>
        public Tensor norm(float p = 2) => Aten.norm_ScalarOpt_dim.Call(this, p, Array.Empty<long>());

        /// <summary>The p-norm of all elements or along a dimension.</summary>
        public Tensor norm(int dim, bool keepdim = false, float p = 2) =>
            Aten.norm_ScalarOpt_dim.Call(this, p, new long[] { dim }, keepdim);

        /// <summary>The p-norm of the difference to another tensor.</summary>
        public Tensor dist(Tensor other, float p = 2) => Aten.dist.Call(this, other, p);
    }
}
