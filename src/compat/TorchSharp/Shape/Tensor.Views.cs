namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>The same elements in another shape, without copying; one size may be −1.</summary>
        public Tensor view(params long[] shape) => Aten.view.Call(this, shape);

        /// <summary>The same elements in the shape of another tensor, without copying.</summary>
        public Tensor view_as(Tensor other) => this.view(other.shape);

        /// <summary>The same elements in another shape, copied only where needed; one size may be −1.</summary>
        public Tensor reshape(params long[] shape) => Aten.reshape.Call(this, shape);

        /// <summary>Some dimensions, one after the other, as one.</summary>
        public Tensor flatten(long start_dim = 0, long end_dim = -1) =>
            Aten.flatten_using_ints.Call(this, start_dim, end_dim);

        /// <summary>All dimensions as one.</summary>
        public Tensor ravel() => Aten.ravel.Call(this);

        /// <summary>One dimension as several.</summary>
        public Tensor unflatten(long dim, params long[] sizes) => this.view(Unflattened(dim, sizes));

        /// <summary>The dimensions in another order.</summary>
        public Tensor permute(IEnumerable<long> permutation) => this.permute(permutation.ToArray());

        /// <summary>The dimensions in another order.</summary>
        public Tensor permute(params long[] permutation) => Aten.permute.Call(this, permutation);

        /// <summary>Two dimensions exchanged.</summary>
        public Tensor transpose(long dim0, long dim1) => Aten.transpose_int.Call(this, dim0, dim1);

        /// <summary>Two dimensions exchanged, in this tensor, which is returned.</summary>
        public Tensor transpose_(long dim0, long dim1) => Aten.transpose_.CallInPlace(this, dim0, dim1);

        /// <summary>The transpose of a matrix.</summary>
        public Tensor t() => Aten.t.Call(this);

        /// <summary>Dimensions moved to other places.</summary>
        public Tensor movedim(long[] source, long[] destination) =>
            Aten.movedim_intlist.Call(this, source, destination);

        /// <summary>Dimensions moved to other places.</summary>
        public Tensor moveaxis(long[] source, long[] destination) =>
            Aten.moveaxis_intlist.Call(this, source, destination);

        /// <summary>Two dimensions exchanged.</summary>
        public Tensor swapaxes(long dim0, long dim1) => Aten.swapaxes.Call(this, dim0, dim1);

        /// <summary>Two dimensions exchanged.</summary>
        public Tensor swapdims(long dim0, long dim1) => Aten.swapdims.Call(this, dim0, dim1);

        /// <summary>Without the dimensions of size one, or without one of them.</summary>
        public Tensor squeeze(long? dim = null) =>
            dim is { } one ? Aten.squeeze_dim.Call(this, one) : Aten.squeeze.Call(this);

        /// <summary>Without the dimensions of size one, or without one of them. Written into this tensor, which is returned.</summary>
        public Tensor squeeze_(long? dim = null) =>
            dim is { } one ? Aten.squeeze__dim.CallInPlace(this, one) : Aten.squeeze_.CallInPlace(this);

        /// <summary>With a new dimension of size one.</summary>
        public Tensor unsqueeze(long dim) => Aten.unsqueeze.Call(this, dim);

        /// <summary>With a new dimension of size one. Written into this tensor, which is returned.</summary>
        public Tensor unsqueeze_(long dim) => Aten.unsqueeze_.CallInPlace(this, dim);

        /// <summary>Dimensions of size one repeated to a larger size, without copying; −1 keeps a size.</summary>
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) =>
            Aten.expand.Call(this, sizes, isImplicit);

        /// <summary>Dimensions of size one repeated to a larger size, without copying; −1 keeps a size.</summary>
        public Tensor expand(long[] sizes, bool isImplicit = false) =>
            Aten.expand.Call(this, sizes, isImplicit);

        /// <summary>Dimensions of size one repeated to a larger size, without copying; −1 keeps a size.</summary>
        public Tensor expand(params long[] sizes) => Aten.expand.Call(this, sizes);

        /// <summary>Dimensions of size one repeated to the shape of another tensor, without copying.</summary>
        public Tensor expand_as(Tensor other) => Aten.expand_as.Call(this, other);

        /// <summary>Dimensions of size one repeated to a larger size, without copying.</summary>
        public Tensor broadcast_to(params long[] shape) => Aten.broadcast_to.Call(this, shape);

        /// <summary>The same elements, one after the other in memory.</summary>
        public Tensor contiguous() => Aten.contiguous.Call(this);

        /// <summary>A copy; gradients flow through it.</summary>
        public Tensor clone() => Aten.clone.Call(this);
    }
}
