namespace TorchSharp;

/// <summary>The ATen operators in use; each is looked up when it is first called.</summary>
internal static partial class Aten
{
    internal static readonly Operator detach = new("aten::detach");
    internal static readonly Operator detach_ = new("aten::detach_");
    internal static readonly Operator equal = new("aten::equal");
    internal static readonly Operator is_nonzero = new("aten::is_nonzero");
    internal static readonly Operator size_int = new("aten::size", "int");
    internal static readonly Operator stride_int = new("aten::stride", "int");
}
