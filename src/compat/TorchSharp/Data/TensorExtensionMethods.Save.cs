using static TorchSharp.torch;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    /// <summary>Writes type, shape and elements, as the TorchSharp package writes them.</summary>
    public static void Save(this Tensor tensor, BinaryWriter writer)
    {
        using var here = tensor.cpu();
        var shape = here.shape;
        writer.Write7BitEncodedInt64((long)here.dtype);
        writer.Write7BitEncodedInt64(shape.Length);
        foreach (var size in shape)
            writer.Write7BitEncodedInt64(size);
        writer.Write(here.bytes);
        GC.KeepAlive(here);
    }

    /// <summary>Reads what <see cref="Save"/> wrote into a tensor of that type and shape.</summary>
    public static void Load(this Tensor tensor, BinaryReader reader, bool skip = false)
    {
        using var mode = no_grad();
        using var loaded = Tensor.Load(reader);
        if (loaded.dtype != tensor.dtype)
            throw new ArgumentException($"The stream holds {loaded.dtype}, the tensor {tensor.dtype}.");
        if (skip)
            return;
        if (!loaded.shape.SequenceEqual(tensor.shape))
            throw new ArgumentException(
                $"The stream holds [{string.Join(", ", loaded.shape)}], the tensor [{string.Join(", ", tensor.shape)}]."
            );
        tensor.copy_(loaded);
    }
}
