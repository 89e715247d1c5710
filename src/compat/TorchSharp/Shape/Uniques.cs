using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The different elements; what was not asked for comes back as null.</summary>
internal static class Uniques
{
    internal static (Tensor, Tensor?, Tensor?) Of(
        Tensor self,
        bool sorted,
        bool inverse,
        bool counts,
        int? dim
    )
    {
        var (output, places, numbers) = dim is { } one
            ? Aten.unique_dim.Call3(self, one, sorted, inverse, counts)
            : Aten._unique2.Call3(self, sorted, inverse, counts);
        return (output, Wanted(places, inverse), Wanted(numbers, counts));
    }

    private static Tensor? Wanted(Tensor tensor, bool wanted)
    {
        if (wanted)
            return tensor;
        tensor.Dispose();
        return null;
    }
}
