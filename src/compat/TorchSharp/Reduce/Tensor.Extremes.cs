namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>The largest of all elements; or along a dimension, with where it is; or of each two.</summary>
        public Tensor max() => Aten.max.Call(this);

        /// <summary>The largest of all elements; or along a dimension, with where it is; or of each two.</summary>
        public Tensor max(Tensor other) => Aten.max_other.Call(this, other);

        /// <summary>The largest of all elements; or along a dimension, with where it is; or of each two.</summary>
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) =>
            Aten.max_dim.Call2(this, dim, keepdim);

        /// <summary>The smallest of all elements; or along a dimension, with where it is; or of each two.</summary>
        public Tensor min() => Aten.min.Call(this);

        /// <summary>The smallest of all elements; or along a dimension, with where it is; or of each two.</summary>
        public Tensor min(Tensor other) => Aten.min_other.Call(this, other);

        /// <summary>The smallest of all elements; or along a dimension, with where it is; or of each two.</summary>
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) =>
            Aten.min_dim.Call2(this, dim, keepdim);

        /// <summary>The largest element along dimensions; its gradient is shared among equal ones.</summary>
        public Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) =>
            this.amax(dims.ToArray(), keepdim, @out);

        /// <summary>The largest element along dimensions; its gradient is shared among equal ones.</summary>
        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            @out is null
                ? Aten.amax.Call(this, dims, keepdim)
                : @out.copy_(Aten.amax.Call(this, dims, keepdim));

        /// <summary>The largest element along dimensions; its gradient is shared among equal ones.</summary>
        public Tensor amax(params long[] dims) => Aten.amax.Call(this, dims);

        /// <summary>The smallest element along dimensions; its gradient is shared among equal ones.</summary>
        public Tensor amin(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) =>
            this.amin(dims.ToArray(), keepdim, @out);

        /// <summary>The smallest element along dimensions; its gradient is shared among equal ones.</summary>
        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            @out is null
                ? Aten.amin.Call(this, dims, keepdim)
                : @out.copy_(Aten.amin.Call(this, dims, keepdim));

        /// <summary>The smallest element along dimensions; its gradient is shared among equal ones.</summary>
        public Tensor amin(params long[] dims) => Aten.amin.Call(this, dims);

        /// <summary>The smallest and the largest element.</summary>
        public (Tensor min, Tensor max) aminmax(long? dim = null, bool keepdim = false) =>
            Aten.aminmax.Call2(this, dim, keepdim);

        /// <summary>Where the largest element is, of all or along a dimension.</summary>
        public Tensor argmax() => Aten.argmax.Call(this);

        /// <summary>Where the largest element is, of all or along a dimension.</summary>
        public Tensor argmax(long dim, bool keepdim = false) => Aten.argmax.Call(this, dim, keepdim);

        /// <summary>Where the smallest element is, of all or along a dimension.</summary>
        public Tensor argmin() => Aten.argmin.Call(this);

        /// <summary>Where the smallest element is, of all or along a dimension.</summary>
        public Tensor argmin(long dim, bool keepdim = false) => Aten.argmin.Call(this, dim, keepdim);

        /// <summary>The largest of the elements so far along a dimension, and where it is.</summary>
        public (Tensor values, Tensor indexes) cummax(long dim) => Aten.cummax.Call2(this, dim);

        /// <summary>The smallest of the elements so far along a dimension, and where it is.</summary>
        public (Tensor values, Tensor indexes) cummin(long dim) => Aten.cummin.Call2(this, dim);

        /// <summary>The median of all elements, the lower of two.</summary>
        public Tensor median() => Aten.median.Call(this);

        /// <summary>The quantiles along a dimension, or of all elements for −1; linear between elements.</summary>
        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) =>
            Aten.quantile.Call(this, q, dim == -1 ? Value.None : dim, keepdim);

        /// <summary>The most frequent element along a dimension, and where it is.</summary>
        public (Tensor values, Tensor indices) mode(long dim = -1, bool keepdim = false) =>
            Aten.mode.Call2(this, dim, keepdim);
    }
}
