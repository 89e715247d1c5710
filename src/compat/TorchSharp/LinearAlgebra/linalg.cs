namespace TorchSharp;

public static partial class torch
{
    /// <summary>Linear algebra.</summary>
    public static partial class linalg
    {
        /// <summary>The X of A X = B, or of X A = B.</summary>
        public static Tensor solve(Tensor A, Tensor B, bool left = true) =>
            Aten.linalg_solve.Call(A, B, left);

        /// <summary>The X of A X = B, or of X A = B, for triangular A.</summary>
        public static Tensor solve_triangular(
            Tensor A,
            Tensor B,
            bool upper,
            bool left = true,
            bool unitriangular = false,
            Tensor? @out = null
        ) =>
            @out is null
                ? Aten.linalg_solve_triangular.Call(A, B, upper, left, unitriangular)
                : @out.copy_(Aten.linalg_solve_triangular.Call(A, B, upper, left, unitriangular));

        /// <summary>The inverse of each matrix.</summary>
        public static Tensor inv(Tensor input) => Aten.linalg_inv.Call(input);

        /// <summary>The pseudo-inverse of each matrix.</summary>
        public static Tensor pinv(
            Tensor input,
            double? atol = null,
            double? rtol = null,
            bool hermitian = false
        ) => Aten.linalg_pinv_atol_rtol_float.Call(input, atol, rtol, hermitian);

        /// <summary>The lower triangular L of L Lᵀ.</summary>
        public static Tensor cholesky(Tensor input) => Aten.linalg_cholesky.Call(input);

        /// <summary>The orthogonal Q and upper triangular R of Q R.</summary>
        public static (Tensor Q, Tensor R) qr(Tensor input, QRMode mode = QRMode.Reduced) =>
            Aten.linalg_qr.Call2(input, mode.ToString().ToLowerInvariant());

        /// <summary>The U, singular values and Vᴴ of each matrix.</summary>
        public static (Tensor U, Tensor S, Tensor Vh) svd(Tensor input, bool fullMatrices = true) =>
            Aten.linalg_svd.Call3(input, fullMatrices);

        /// <summary>The singular values of each matrix.</summary>
        public static Tensor svdvals(Tensor input) => Aten.linalg_svdvals.Call(input);

        /// <summary>The P, L and U of P L U.</summary>
        public static (Tensor P, Tensor L, Tensor U) lu(Tensor input, bool pivot = true) =>
            Aten.linalg_lu.Call3(input, pivot);

        /// <summary>The eigenvalues, ascending, and eigenvectors of each symmetric matrix.</summary>
        public static (Tensor, Tensor) eigh(Tensor input, Char UPLO = 'L') =>
            Aten.linalg_eigh.Call2(input, UPLO.ToString());

        /// <summary>The eigenvalues, ascending, of each symmetric matrix.</summary>
        public static Tensor eigvalsh(Tensor input, Char UPLO = 'L') =>
            Aten.linalg_eigvalsh.Call(input, UPLO.ToString());

        /// <summary>The least-squares solution, with residuals, rank and singular values.</summary>
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(
            Tensor input,
            Tensor other
        ) => Aten.linalg_lstsq.Call4(input, other);

        /// <summary>The least-squares solution, with residuals, rank and singular values.</summary>
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(
            Tensor input,
            Tensor other,
            double rcond
        ) => Aten.linalg_lstsq.Call4(input, other, rcond);

        /// <summary>The determinant of each matrix.</summary>
        public static Tensor det(Tensor input) => Aten.linalg_det.Call(input);

        /// <summary>The sign and the logarithm of the absolute value of the determinant of each matrix.</summary>
        public static (Tensor res, Tensor logabsdet) slogdet(Tensor input) =>
            Aten.linalg_slogdet.Call2(input);

        /// <summary>The rank of each matrix.</summary>
        public static Tensor matrix_rank(
            Tensor input,
            double? atol = null,
            double? rtol = null,
            bool hermitian = false
        ) => Aten.linalg_matrix_rank_atol_rtol_float.Call(input, atol, rtol, hermitian);

        /// <summary>The condition number of each matrix.</summary>
        public static Tensor cond(Tensor input) => Aten.linalg_cond.Call(input);

        /// <summary>The condition number of each matrix.</summary>
        public static Tensor cond(Tensor input, double p) => Aten.linalg_cond.Call(input, p);

        /// <summary>The condition number of each matrix.</summary>
        public static Tensor cond(Tensor input, int p) => Aten.linalg_cond.Call(input, p);

        /// <summary>The condition number of each matrix.</summary>
        public static Tensor cond(Tensor input, string p) => Aten.linalg_cond_p_str.Call(input, p);

        /// <summary>The norm of vectors or matrices.</summary>
        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            Aten.linalg_norm.Call(input, ord, dims, keepdim);

        /// <summary>The norm of vectors or matrices.</summary>
        public static Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false) =>
            Aten.linalg_norm.Call(input, ord, dims, keepdim);

        /// <summary>The norm of vectors or matrices.</summary>
        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) =>
            Aten.linalg_norm.Call(input, Value.None, dims, keepdim);

        /// <summary>The norm of vectors or matrices.</summary>
        public static Tensor norm(Tensor input, string ord, long[]? dims = null, bool keepdim = false) =>
            Aten.linalg_norm_ord_str.Call(input, ord, dims, keepdim);

        /// <summary>The norm of the elements taken as a vector.</summary>
        public static Tensor vector_norm(
            Tensor input,
            double ord = 2,
            long[]? dims = null,
            bool keepdim = false
        ) => Aten.linalg_vector_norm.Call(input, ord, dims, keepdim);

        /// <summary>The norm of each matrix.</summary>
        public static Tensor matrix_norm(
            Tensor input,
            double ord,
            long[]? dims = null,
            bool keepdim = false
        ) => Aten.linalg_matrix_norm.Call(input, ord, dims ?? [-2, -1], keepdim);

        /// <summary>The norm of each matrix.</summary>
        public static Tensor matrix_norm(
            Tensor input,
            string ord = "fro",
            long[]? dims = null,
            bool keepdim = false
        ) => Aten.linalg_matrix_norm_str_ord.Call(input, ord, dims ?? [-2, -1], keepdim);

        /// <summary>The product of matrices, in the cheapest order.</summary>
        public static Tensor multi_dot(IList<Tensor> tensors) =>
            Aten.linalg_multi_dot.Call(tensors.ToArray());

        /// <summary>The exponential of each matrix.</summary>
        public static Tensor matrix_exp(Tensor input) => input.matrix_exp();

        /// <summary>A view of the diagonal of each matrix.</summary>
        public static Tensor diagonal(Tensor input, int offset = 0, int dim1 = -2, int dim2 = -1) =>
            input.diagonal(offset, dim1, dim2);

        /// <summary>The cross product of vectors along a dimension.</summary>
        public static Tensor cross(Tensor input, Tensor other, long dim = -1) =>
            Aten.linalg_cross.Call(input, other, dim);
    }
}
