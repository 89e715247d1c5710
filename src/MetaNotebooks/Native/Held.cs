using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks.Native;

/// <summary>
/// What goes to libtorch in numbers, held until it has returned: the one way to give it a sequence of tensors, and to
/// read a tensor's memory.
/// </summary>
/// <remarks>
/// TorchSharp 0.107 takes the handles of what it is given and keeps nothing alive until the call returns. A tensor that
/// is made on the way, such as by a <c>Select</c>, may be finalised, and its memory freed, before the call has begun. The
/// kit loads a copy of TorchSharp that keeps them (<c>MetaNotebooks.Mends</c>); here nothing depends on that.
/// </remarks>
internal static class Held
{
    /// <summary>Tensors of one shape, side by side along a new dimension.</summary>
    public static Tensor Stack(IEnumerable<Tensor> parts, long dim = 0)
    {
        Tensor[] all = [.. parts];
        var whole = stack(all, dim);
        GC.KeepAlive(all);
        return whole;
    }

    /// <summary>Tensors one after the other along a dimension that they have.</summary>
    public static Tensor Cat(IEnumerable<Tensor> parts, long dim = 0)
    {
        Tensor[] all = [.. parts];
        var whole = cat(all, dim);
        GC.KeepAlive(all);
        return whole;
    }

    /// <summary>Disposes of what was kept before a step and is not any more.</summary>
    /// <remarks>
    /// Tensors are told apart as objects: a set of them that compares as .NET does by itself asks libtorch for their
    /// numbers wherever two hash codes are the same, and one of the two may be disposed.
    /// </remarks>
    public static void Leave(IEnumerable<Tensor> before, IEnumerable<Tensor> after)
    {
        foreach (var tensor in before.Except(after, ReferenceEqualityComparer.Instance).OfType<Tensor>())
            tensor.Dispose();
    }

    /// <summary>A copy of a tensor's numbers, row after row.</summary>
    public static T[] Numbers<T>(Tensor tensor)
        where T : unmanaged
    {
        if (tensor.numel() == 0)
            return [];
        if (typeof(T) == typeof(float) && LieInARow(tensor))
        {
            var numbers = MemoryMarshal.Cast<float, T>(InPlace(tensor)).ToArray();
            GC.KeepAlive(tensor);
            return numbers;
        }
        using var detached = tensor.detach();
        using var plain = detached.contiguous();
        using var data = plain.data<T>();
        return data.ToArray();
    }

    /// <summary>A tensor's numbers to read: where they lie, or a copy of those that .NET cannot read there.</summary>
    /// <remarks>The caller keeps the tensor until it has done with them.</remarks>
    public static ReadOnlySpan<float> Seen(Tensor tensor) =>
        LieInARow(tensor) ? InPlace(tensor) : Numbers<float>(tensor);

    /// <summary>Whether a tensor's numbers are single, in a row where .NET can read them, and few enough for a span.</summary>
    public static bool LieInARow(Tensor tensor) =>
        tensor.dtype == ScalarType.Float32
        && tensor.device_type == DeviceType.CPU
        && tensor.is_contiguous()
        && tensor.numel() <= int.MaxValue / sizeof(float);

    /// <summary>Such a tensor's numbers where they lie. The caller keeps the tensor until it has done with them.</summary>
    public static Span<float> InPlace(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);
}
