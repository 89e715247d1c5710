namespace TorchSharp;

/// <summary>The ATen operators in use; each is looked up when it is first called.</summary>
internal static partial class Aten
{
    internal static readonly Operator arange_start_step = new("aten::arange", "start_step");
    internal static readonly Operator empty_like = new("aten::empty_like");
    internal static readonly Operator empty_memory_format = new("aten::empty", "memory_format");
    internal static readonly Operator eye_m = new("aten::eye", "m");
    internal static readonly Operator fill__Scalar = new("aten::fill_", "Scalar");
    internal static readonly Operator full = new("aten::full");
    internal static readonly Operator full_like = new("aten::full_like");
    internal static readonly Operator linspace = new("aten::linspace");
    internal static readonly Operator logspace = new("aten::logspace");
    internal static readonly Operator ones = new("aten::ones");
    internal static readonly Operator ones_like = new("aten::ones_like");
    internal static readonly Operator rand_generator = new("aten::rand", "generator");
    internal static readonly Operator rand_like = new("aten::rand_like");
    internal static readonly Operator randint_like_low_dtype = new("aten::randint_like", "low_dtype");
    internal static readonly Operator randn_generator = new("aten::randn", "generator");
    internal static readonly Operator randn_like = new("aten::randn_like");
    internal static readonly Operator to_dtype = new("aten::to", "dtype");
    internal static readonly Operator to_dtype_layout = new("aten::to", "dtype_layout");
    internal static readonly Operator tril_indices = new("aten::tril_indices");
    internal static readonly Operator triu_indices = new("aten::triu_indices");
    internal static readonly Operator zeros = new("aten::zeros");
    internal static readonly Operator zeros_like = new("aten::zeros_like");
}
