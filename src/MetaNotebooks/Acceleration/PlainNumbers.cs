using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks.Acceleration;

/// <summary>From tensors to plain numbers and back.</summary>
internal static class PlainNumbers
{
    /// <summary>Whether a tensor's numbers are what is computed with here: in single precision, in this memory.</summary>
    public static bool Is(Tensor tensor) =>
        tensor.dtype == ScalarType.Float32
        && tensor.device_type == DeviceType.CPU
        && TaskPart.IsArray(tensor.numel());

    /// <summary>Whether tensors are such, in these shapes, one each.</summary>
    public static bool Are(IReadOnlyList<Tensor> tensors, IReadOnlyList<long[]> shapes) =>
        tensors.Count == shapes.Count
        && tensors.Zip(shapes, (tensor, shape) => tensor.shape.SequenceEqual(shape)).All(same => same)
        && tensors.All(Is)
        && TaskPart.IsArray(tensors.Sum(tensor => tensor.numel()));

    /// <summary>
    /// Whether tensors are learning rates as they are computed with here: one number for all parameters, or
    /// one for each number of each. (A rate for each parameter, or for each task, is neither.)
    /// </summary>
    /// <param name="rho">The tensors.</param>
    /// <param name="shapes">Shapes of the parameters that move.</param>
    public static bool AreRates(IReadOnlyList<Tensor> rho, IReadOnlyList<long[]> shapes) =>
        rho is [var one] && one.numel() == 1 ? Is(one) : Are(rho, shapes);

    /// <summary>Numbers as tensors in the shapes of others, one after the other.</summary>
    public static IEnumerable<Tensor> Tensors(float[] numbers, IReadOnlyList<Tensor> like)
    {
        var start = 0;
        foreach (var part in like)
        {
            var length = (int)part.numel();
            yield return tensor(numbers.AsSpan(start, length).ToArray(), part.shape);
            start += length;
        }
    }
}
