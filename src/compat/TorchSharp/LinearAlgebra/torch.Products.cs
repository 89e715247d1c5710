namespace TorchSharp;

public static partial class torch
{
    /// <summary>The matrix product over the last two dimensions; the others are broadcast.</summary>
    public static Tensor matmul(Tensor input, Tensor target) => input.matmul(target);

    /// <summary>The product of two matrices.</summary>
    public static Tensor mm(Tensor input, Tensor target) => input.mm(target);

    /// <summary>The products of two lists of matrices.</summary>
    public static Tensor bmm(Tensor input, Tensor batch2) => input.bmm(batch2);

    /// <summary>The product of a matrix and a vector.</summary>
    public static Tensor mv(Tensor input, Tensor target) => input.mv(target);

    /// <summary>The scalar product of two vectors.</summary>
    public static Tensor dot(Tensor input, Tensor other) => input.dot(other);

    /// <summary>The scalar product of two vectors.</summary>
    public static Tensor vdot(Tensor input, Tensor target) => input.vdot(target);

    /// <summary>The sums of products over the last dimensions.</summary>
    public static Tensor inner(Tensor input, Tensor vec2) => input.inner(vec2);

    /// <summary>The matrix of all products of two vectors.</summary>
    public static Tensor outer(Tensor input, Tensor vec2) => input.outer(vec2);

    /// <summary>The Kronecker product.</summary>
    public static Tensor kron(Tensor input, Tensor other) => input.kron(other);

    /// <summary><c>beta</c> times this plus <c>alpha</c> times the product of two matrices.</summary>
    public static Tensor addmm(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) =>
        input.addmm(mat1, mat2, beta, alpha);

    /// <summary><c>beta</c> times this plus <c>alpha</c> times the product of two matrices. Written into this tensor, which is returned.</summary>
    public static Tensor addmm_(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) =>
        input.addmm_(mat1, mat2, beta, alpha);

    /// <summary><c>beta</c> times this plus <c>alpha</c> times the sum of the products of two lists of matrices.</summary>
    public static Tensor addbmm(
        Tensor input,
        Tensor batch1,
        Tensor batch2,
        float beta = 1,
        float alpha = 1
    ) => input.addbmm(batch1, batch2, beta, alpha);

    /// <summary><c>beta</c> times this plus <c>alpha</c> times the sum of the products of two lists of matrices. Written into this tensor, which is returned.</summary>
    public static Tensor addbmm_(
        Tensor input,
        Tensor batch1,
        Tensor batch2,
        float beta = 1,
        float alpha = 1
    ) => input.addbmm_(batch1, batch2, beta, alpha);

    /// <summary><c>beta</c> times this plus <c>alpha</c> times the product of a matrix and a vector.</summary>
    public static Tensor addmv(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) =>
        input.addmv(mat1, mat2, beta, alpha);

    /// <summary><c>beta</c> times this plus <c>alpha</c> times all products of two vectors.</summary>
    public static Tensor addr(Tensor input, Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) =>
        input.addr(vec1, vec2, beta, alpha);

    /// <summary>The sums of products over pairs of dimensions.</summary>
    public static Tensor tensordot(Tensor a, Tensor b, long dims = 2) => a.tensordot(b, dims);

    /// <summary>The sums of products over pairs of dimensions.</summary>
    public static Tensor tensordot(Tensor a, Tensor b, long[] dims1, long[] dims2) =>
        a.tensordot(b, dims1, dims2);

    /// <summary>The sums of products that an equation in Einstein's notation names.</summary>
    public static Tensor einsum(string equation, params Tensor[] tensors) =>
        Aten.einsum.Call(equation, tensors);

    /// <summary>The distances of all rows of one matrix to all rows of another.</summary>
    public static Tensor cdist(
        Tensor x1,
        Tensor x2,
        double p = 2,
        compute_mode compute_mode = compute_mode.use_mm_for_euclid_dist_if_necessary
    ) =>
        Aten.cdist.Call(
            x1,
            x2,
            p,
            compute_mode == compute_mode.use_mm_for_euclid_dist_if_necessary ? Value.None : (long)compute_mode
        );

    /// <summary>The matrix with the given ones along its diagonal.</summary>
    public static Tensor block_diag(params Tensor[] tensors) => Aten.block_diag.Call(tensors);

    /// <summary>The product of matrices, in the cheapest order.</summary>
    public static Tensor chain_matmul(params Tensor[] matrices) => Aten.chain_matmul.Call(matrices);
}
