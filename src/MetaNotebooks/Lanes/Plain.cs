using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks.Lanes;

/// <summary>From tensors to plain numbers and back.</summary>
internal static class Plain
{
    /// <summary>Whether a tensor's numbers are what is computed with here: in single precision, in this memory.</summary>
    public static bool Is(Tensor tensor) =>
        tensor.dtype == ScalarType.Float32 && tensor.device_type == DeviceType.CPU;

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
