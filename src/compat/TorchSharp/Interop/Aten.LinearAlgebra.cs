namespace TorchSharp;

/// <summary>The ATen operators in use; each is looked up when it is first called.</summary>
internal static partial class Aten
{
    internal static readonly Operator addbmm = new("aten::addbmm");
    internal static readonly Operator addbmm_ = new("aten::addbmm_");
    internal static readonly Operator addmm = new("aten::addmm");
    internal static readonly Operator addmm_ = new("aten::addmm_");
    internal static readonly Operator addmv = new("aten::addmv");
    internal static readonly Operator addr = new("aten::addr");
    internal static readonly Operator block_diag = new("aten::block_diag");
    internal static readonly Operator bmm = new("aten::bmm");
    internal static readonly Operator cdist = new("aten::cdist");
    internal static readonly Operator chain_matmul = new("aten::chain_matmul");
    internal static readonly Operator cholesky_solve = new("aten::cholesky_solve");
    internal static readonly Operator det = new("aten::det");
    internal static readonly Operator dot = new("aten::dot");
    internal static readonly Operator einsum = new("aten::einsum");
    internal static readonly Operator inner = new("aten::inner");
    internal static readonly Operator inverse = new("aten::inverse");
    internal static readonly Operator kron = new("aten::kron");
    internal static readonly Operator linalg_cholesky = new("aten::linalg_cholesky");
    internal static readonly Operator linalg_cond = new("aten::linalg_cond");
    internal static readonly Operator linalg_cond_p_str = new("aten::linalg_cond", "p_str");
    internal static readonly Operator linalg_cross = new("aten::linalg_cross");
    internal static readonly Operator linalg_det = new("aten::linalg_det");
    internal static readonly Operator linalg_eigh = new("aten::linalg_eigh");
    internal static readonly Operator linalg_eigvalsh = new("aten::linalg_eigvalsh");
    internal static readonly Operator linalg_inv = new("aten::linalg_inv");
    internal static readonly Operator linalg_lstsq = new("aten::linalg_lstsq");
    internal static readonly Operator linalg_lu = new("aten::linalg_lu");
    internal static readonly Operator linalg_matrix_norm = new("aten::linalg_matrix_norm");
    internal static readonly Operator linalg_matrix_norm_str_ord = new("aten::linalg_matrix_norm", "str_ord");
    internal static readonly Operator linalg_matrix_rank_atol_rtol_float = new(
        "aten::linalg_matrix_rank",
        "atol_rtol_float"
    );
    internal static readonly Operator linalg_multi_dot = new("aten::linalg_multi_dot");
    internal static readonly Operator linalg_norm = new("aten::linalg_norm");
    internal static readonly Operator linalg_norm_ord_str = new("aten::linalg_norm", "ord_str");
    internal static readonly Operator linalg_pinv_atol_rtol_float = new(
        "aten::linalg_pinv",
        "atol_rtol_float"
    );
    internal static readonly Operator linalg_qr = new("aten::linalg_qr");
    internal static readonly Operator linalg_slogdet = new("aten::linalg_slogdet");
    internal static readonly Operator linalg_solve = new("aten::linalg_solve");
    internal static readonly Operator linalg_solve_triangular = new("aten::linalg_solve_triangular");
    internal static readonly Operator linalg_svd = new("aten::linalg_svd");
    internal static readonly Operator linalg_svdvals = new("aten::linalg_svdvals");
    internal static readonly Operator linalg_vector_norm = new("aten::linalg_vector_norm");
    internal static readonly Operator logdet = new("aten::logdet");
    internal static readonly Operator mT = new("aten::mT");
    internal static readonly Operator matmul = new("aten::matmul");
    internal static readonly Operator matrix_exp = new("aten::matrix_exp");
    internal static readonly Operator matrix_power = new("aten::matrix_power");
    internal static readonly Operator mm = new("aten::mm");
    internal static readonly Operator mv = new("aten::mv");
    internal static readonly Operator outer = new("aten::outer");
    internal static readonly Operator tensordot = new("aten::tensordot");
    internal static readonly Operator trace = new("aten::trace");
    internal static readonly Operator vdot = new("aten::vdot");
}
