namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>True where the element is zero.</summary>
        public Tensor logical_not() => Aten.logical_not.Call(this);

        /// <summary>True where both elements are not zero.</summary>
        public Tensor logical_and(Tensor other) => Aten.logical_and.Call(this, other);

        /// <summary>True where both elements are not zero. Written into this tensor, which is returned.</summary>
        public Tensor logical_and_(Tensor other) => Aten.logical_and_.CallInPlace(this, other);

        /// <summary>True where either element is not zero.</summary>
        public Tensor logical_or(Tensor other) => Aten.logical_or.Call(this, other);

        /// <summary>True where either element is not zero. Written into this tensor, which is returned.</summary>
        public Tensor logical_or_(Tensor other) => Aten.logical_or_.CallInPlace(this, other);

        /// <summary>True where just one element is not zero.</summary>
        public Tensor logical_xor(Tensor other) => Aten.logical_xor.Call(this, other);

        /// <summary>The bits set in both.</summary>
        public Tensor bitwise_and(Tensor other) => Aten.bitwise_and_Tensor.Call(this, other);

        /// <summary>The bits set in either.</summary>
        public Tensor bitwise_or(Tensor other) => Aten.bitwise_or_Tensor.Call(this, other);

        /// <summary>The bits set in just one.</summary>
        public Tensor bitwise_xor(Tensor other) => Aten.bitwise_xor_Tensor.Call(this, other);

        /// <summary>The bits that are not set.</summary>
        public Tensor bitwise_not() => Aten.bitwise_not.Call(this);

        /// <summary>Elements of the one tensor where the condition holds, else of the other; or the indices where it holds.</summary>
        public Tensor where(Tensor condition, Tensor y) => Aten.where_self.Call(condition, this, y);

        /// <summary>The tensor with a number where the mask is true.</summary>
        public Tensor masked_fill(Tensor mask, Scalar value) =>
            Aten.masked_fill_Scalar.Call(this, mask, value);

        /// <summary>The tensor with a number where the mask is true. Written into this tensor, which is returned.</summary>
        public Tensor masked_fill_(Tensor mask, Scalar value) =>
            Aten.masked_fill__Scalar.CallInPlace(this, mask, value);

        /// <summary>The elements where the mask is true, in one dimension.</summary>
        public Tensor masked_select(Tensor mask) => Aten.masked_select.Call(this, mask);

        /// <summary>The indices of the elements that are not zero, one row for each.</summary>
        public Tensor nonzero() => Aten.nonzero.Call(this);

        /// <summary>The indices of the elements that are not zero, one row for each.</summary>
        public Tensor argwhere() => Aten.argwhere.Call(this);
    }
}
