namespace TorchSharp;

/// <summary>The ATen operators in use; each is looked up when it is first called.</summary>
internal static partial class Aten
{
    internal static readonly Operator amax = new("aten::amax");
    internal static readonly Operator amin = new("aten::amin");
    internal static readonly Operator aminmax = new("aten::aminmax");
    internal static readonly Operator argmax = new("aten::argmax");
    internal static readonly Operator argmin = new("aten::argmin");
    internal static readonly Operator count_nonzero_dim_IntList = new("aten::count_nonzero", "dim_IntList");
    internal static readonly Operator cummax = new("aten::cummax");
    internal static readonly Operator cummin = new("aten::cummin");
    internal static readonly Operator cumprod = new("aten::cumprod");
    internal static readonly Operator cumsum = new("aten::cumsum");
    internal static readonly Operator dist = new("aten::dist");
    internal static readonly Operator logcumsumexp = new("aten::logcumsumexp");
    internal static readonly Operator logsumexp = new("aten::logsumexp");
    internal static readonly Operator max = new("aten::max");
    internal static readonly Operator max_dim = new("aten::max", "dim");
    internal static readonly Operator max_other = new("aten::max", "other");
    internal static readonly Operator mean = new("aten::mean");
    internal static readonly Operator mean_dim = new("aten::mean", "dim");
    internal static readonly Operator median = new("aten::median");
    internal static readonly Operator min = new("aten::min");
    internal static readonly Operator min_dim = new("aten::min", "dim");
    internal static readonly Operator min_other = new("aten::min", "other");
    internal static readonly Operator mode = new("aten::mode");
    internal static readonly Operator nansum = new("aten::nansum");
    internal static readonly Operator norm_ScalarOpt_dim = new("aten::norm", "ScalarOpt_dim");
    internal static readonly Operator prod = new("aten::prod");
    internal static readonly Operator prod_dim_int = new("aten::prod", "dim_int");
    internal static readonly Operator quantile = new("aten::quantile");
    internal static readonly Operator std = new("aten::std");
    internal static readonly Operator std_dim = new("aten::std", "dim");
    internal static readonly Operator std_mean = new("aten::std_mean");
    internal static readonly Operator std_mean_dim = new("aten::std_mean", "dim");
    internal static readonly Operator sum = new("aten::sum");
    internal static readonly Operator sum_dim_IntList = new("aten::sum", "dim_IntList");
    internal static readonly Operator var = new("aten::var");
    internal static readonly Operator var_dim = new("aten::var", "dim");
    internal static readonly Operator var_mean = new("aten::var_mean");
    internal static readonly Operator var_mean_dim = new("aten::var_mean", "dim");
}
