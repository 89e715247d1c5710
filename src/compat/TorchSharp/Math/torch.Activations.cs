namespace TorchSharp;

public static partial class torch
{
    /// <summary>The exponentials, divided by their sum along a dimension.</summary>
    public static Tensor softmax(Tensor input, int dim, ScalarType? dtype = null) =>
        input.softmax(dim, dtype);
}
