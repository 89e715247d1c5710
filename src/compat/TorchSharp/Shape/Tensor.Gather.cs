namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>The elements of a dimension at the numbers in <c>index</c>.</summary>
        public Tensor index_select(long dim, Tensor index) => Aten.index_select.Call(this, dim, index);

        /// <summary>The tensor with <c>alpha</c> times the source added where <c>index</c> says, along a dimension.</summary>
        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) =>
            Aten.index_add.Call(this, dim, index, source, alpha);

        /// <summary>The tensor with <c>alpha</c> times the source added where <c>index</c> says, along a dimension. Written into this tensor, which is returned.</summary>
        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) =>
            Aten.index_add_.CallInPlace(this, dim, index, source, alpha);

        /// <summary>The tensor with the source copied where <c>index</c> says, along a dimension.</summary>
        public Tensor index_copy(long dim, Tensor index, Tensor source) =>
            Aten.index_copy.Call(this, dim, index, source);

        /// <summary>The tensor with the source copied where <c>index</c> says, along a dimension. Written into this tensor, which is returned.</summary>
        public Tensor index_copy_(long dim, Tensor index, Tensor source) =>
            Aten.index_copy_.CallInPlace(this, dim, index, source);

        /// <summary>The tensor with a number where <c>index</c> says, along a dimension.</summary>
        public Tensor index_fill(long dim, Tensor index, Scalar value) =>
            Aten.index_fill_int_Scalar.Call(this, dim, index, value);

        /// <summary>The tensor with a number where <c>index</c> says, along a dimension. Written into this tensor, which is returned.</summary>
        public Tensor index_fill_(long dim, Tensor index, Scalar value) =>
            Aten.index_fill__int_Scalar.CallInPlace(this, dim, index, value);

        /// <summary>For each place, the element of a dimension that <c>index</c> names there.</summary>
        public Tensor gather(long dim, Tensor index) => Aten.gather.Call(this, dim, index);

        /// <summary>The tensor with the source written where <c>index</c> names, along a dimension.</summary>
        public Tensor scatter(long dim, Tensor index, Tensor src) =>
            Aten.scatter_src.Call(this, dim, index, src);

        /// <summary>The tensor with the source written where <c>index</c> names, along a dimension. Written into this tensor, which is returned.</summary>
        public Tensor scatter_(long dim, Tensor index, Tensor src) =>
            Aten.scatter__src.CallInPlace(this, dim, index, src);

        /// <summary>The tensor with the source added where <c>index</c> names, along a dimension.</summary>
        public Tensor scatter_add(long dim, Tensor index, Tensor src) =>
            Aten.scatter_add.Call(this, dim, index, src);

        /// <summary>The tensor with the source added where <c>index</c> names, along a dimension. Written into this tensor, which is returned.</summary>
        public Tensor scatter_add_(long dim, Tensor index, Tensor src) =>
            Aten.scatter_add_.CallInPlace(this, dim, index, src);

        /// <summary>The elements at those numbers, the tensor taken as one dimension.</summary>
        public Tensor take(Tensor index) => Aten.take.Call(this, index);

        /// <summary>For each place, the element of a dimension that the indices name there.</summary>
        public Tensor take_along_dim(IEnumerable<long> indices) =>
            this.take_along_dim(tensor(indices.ToArray()));

        /// <summary>For each place, the element of a dimension that the indices name there.</summary>
        public Tensor take_along_dim(IEnumerable<long> indices, long dim) =>
            this.take_along_dim(tensor(indices.ToArray()), dim);

        /// <summary>For each place, the element of a dimension that the indices name there.</summary>
        public Tensor take_along_dim(Tensor indices) => Aten.take_along_dim.Call(this, indices);

        /// <summary>For each place, the element of a dimension that the indices name there.</summary>
        public Tensor take_along_dim(Tensor indices, long dim) =>
            Aten.take_along_dim.Call(this, indices, dim);
    }
}
