namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>The elements of a dimension from <c>start</c> on, <c>length</c> of them.</summary>
        public Tensor narrow(long dim, long start, long length) => Aten.narrow.Call(this, dim, start, length);

        /// <summary>One element of a dimension, which goes away.</summary>
        public Tensor select(long dim, long index) => Aten.select_int.Call(this, dim, index);

        /// <summary>The elements of a dimension from <c>start</c> up to but without <c>finish</c>, every <c>step</c>th.</summary>
        public Tensor slice(long dim, long start, long finish, long step) =>
            Aten.slice_Tensor.Call(this, dim, start, finish, step);

        /// <summary>Views of pieces along a dimension.</summary>
        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) =>
            Aten.split_with_sizes.CallList(this, sizes, dim);

        /// <summary>Views of pieces along a dimension.</summary>
        public Tensor[] split(long size, int dim = 0) => Aten.split_Tensor.CallList(this, size, dim);

        /// <summary>Views of pieces along a dimension.</summary>
        public Tensor[] split(long[] sizes, long dim = 0) => Aten.split_with_sizes.CallList(this, sizes, dim);

        /// <summary>Views of pieces along a dimension.</summary>
        public Tensor[] split(params long[] sizes) => Aten.split_with_sizes.CallList(this, sizes);

        /// <summary>Views of pieces of nearly the same size, or cut at indices, along a dimension.</summary>
        public Tensor[] tensor_split(long size, long dim = 0) =>
            Aten.tensor_split_sections.CallList(this, size, dim);

        /// <summary>Views of pieces of nearly the same size, or cut at indices, along a dimension.</summary>
        public Tensor[] tensor_split(long[] sizes, long dim = 0) =>
            Aten.tensor_split_indices.CallList(this, sizes, dim);

        /// <summary>Views of that many pieces along a dimension.</summary>
        public Tensor[] chunk(long chunks, long dim = 0) => Aten.chunk.CallList(this, chunks, dim);

        /// <summary>Views of all elements of a dimension, which goes away.</summary>
        public Tensor[] unbind(long dimension = 0) => Aten.unbind_int.CallList(this, dimension);

        /// <summary>A view of all windows along a dimension, as a new last dimension.</summary>
        public Tensor unfold(long dimension, long size, long step) =>
            Aten.unfold.Call(this, dimension, size, step);

        /// <summary>A view of the diagonal in the plane of two dimensions.</summary>
        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1) =>
            Aten.diagonal.Call(this, offset, dim1, dim2);

        /// <summary>The diagonal of a matrix, or the matrix of a diagonal.</summary>
        public Tensor diag(long diagonal = 0) => Aten.diag.Call(this, diagonal);

        /// <summary>Matrices whose diagonals are the last dimension.</summary>
        public Tensor diag_embed(long offset = 0, long dim1 = -2, long dim2 = -1) =>
            Aten.diag_embed.Call(this, offset, dim1, dim2);

        /// <summary>The matrix whose diagonal holds all elements.</summary>
        public Tensor diagflat(long offset = 0) => Aten.diagflat.Call(this, offset);

        /// <summary>The lower triangle of each matrix, zero elsewhere.</summary>
        public Tensor tril(long diagonal = 0) => Aten.tril.Call(this, diagonal);

        /// <summary>The lower triangle of each matrix, zero elsewhere. Written into this tensor, which is returned.</summary>
        public Tensor tril_(long diagonal = 0) => Aten.tril_.CallInPlace(this, diagonal);

        /// <summary>The upper triangle of each matrix, zero elsewhere.</summary>
        public Tensor triu(long diagonal = 0) => Aten.triu.Call(this, diagonal);

        /// <summary>The upper triangle of each matrix, zero elsewhere. Written into this tensor, which is returned.</summary>
        public Tensor triu_(long diagonal = 0) => Aten.triu_.CallInPlace(this, diagonal);
    }
}
