namespace TorchSharp;

/// <summary>The ATen operators in use; each is looked up when it is first called.</summary>
internal static partial class Aten
{
    internal static readonly Operator copy_ = new("aten::copy_");
    internal static readonly Operator index_Tensor = new("aten::index", "Tensor");
    internal static readonly Operator index_put_ = new("aten::index_put_");
    internal static readonly Operator item = new("aten::item");
}
