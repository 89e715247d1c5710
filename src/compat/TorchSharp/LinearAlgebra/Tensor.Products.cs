namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>The matrix product over the last two dimensions; the others are broadcast.</summary>
        public Tensor matmul(Tensor target) => Aten.matmul.Call(this, target);

        /// <summary>The product of two matrices.</summary>
        public Tensor mm(Tensor target) => Aten.mm.Call(this, target);

        /// <summary>The products of two lists of matrices.</summary>
        public Tensor bmm(Tensor batch2) => Aten.bmm.Call(this, batch2);

        /// <summary>The product of a matrix and a vector.</summary>
        public Tensor mv(Tensor target) => Aten.mv.Call(this, target);

        /// <summary>The scalar product of two vectors.</summary>
        public Tensor dot(Tensor target) => Aten.dot.Call(this, target);

        /// <summary>The scalar product of two vectors.</summary>
        public Tensor vdot(Tensor target) => Aten.vdot.Call(this, target);

        /// <summary>The sums of products over the last dimensions.</summary>
        public Tensor inner(Tensor vec2) => Aten.inner.Call(this, vec2);

        /// <summary>The matrix of all products of two vectors.</summary>
        public Tensor outer(Tensor vec2) => Aten.outer.Call(this, vec2);

        /// <summary>The Kronecker product.</summary>
        public Tensor kron(Tensor other) => Aten.kron.Call(this, other);

        /// <summary><c>beta</c> times this plus <c>alpha</c> times the product of two matrices.</summary>
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) =>
            Aten.addmm.Call(this, mat1, mat2, Number(beta), Number(alpha));

        /// <summary><c>beta</c> times this plus <c>alpha</c> times the product of two matrices. Written into this tensor, which is returned.</summary>
        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) =>
            Aten.addmm_.CallInPlace(this, mat1, mat2, Number(beta), Number(alpha));

        /// <summary><c>beta</c> times this plus <c>alpha</c> times the sum of the products of two lists of matrices.</summary>
        public Tensor addbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            Aten.addbmm.Call(this, batch1, batch2, Number(beta), Number(alpha));

        /// <summary><c>beta</c> times this plus <c>alpha</c> times the sum of the products of two lists of matrices. Written into this tensor, which is returned.</summary>
        public Tensor addbmm_(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            Aten.addbmm_.CallInPlace(this, batch1, batch2, Number(beta), Number(alpha));

        /// <summary><c>beta</c> times this plus <c>alpha</c> times the product of a matrix and a vector.</summary>
        public Tensor addmv(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) =>
            Aten.addmv.Call(this, mat, vec, Number(beta), Number(alpha));

        /// <summary><c>beta</c> times this plus <c>alpha</c> times all products of two vectors.</summary>
        public Tensor addr(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) =>
            Aten.addr.Call(this, vec1, vec2, Number(beta), Number(alpha));

        /// <summary>The sums of products over pairs of dimensions.</summary>
        public Tensor tensordot(Tensor b, long dims = 2) =>
            Aten.tensordot.Call(this, b, Last(dims), First(dims));

        /// <summary>The sums of products over pairs of dimensions.</summary>
        public Tensor tensordot(Tensor b, long[] dims1, long[] dims2) =>
            Aten.tensordot.Call(this, b, dims1, dims2);
    }
}
