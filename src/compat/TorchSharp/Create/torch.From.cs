using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor with copies of the elements of an array, of as many dimensions.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) =>
        from_array(rawArray, null, device);

    /// <summary>A tensor with copies of the elements of an array, of as many dimensions.</summary>
    public static Tensor from_array(
        Array rawArray,
        ScalarType? dtype,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        Types.ToScalarType(rawArray.GetType().GetElementType()!) switch
        {
            ScalarType.Byte => FromMany<byte>(rawArray, dtype, device, requires_grad, names),
            ScalarType.Int8 => FromMany<sbyte>(rawArray, dtype, device, requires_grad, names),
            ScalarType.Int16 => FromMany<short>(rawArray, dtype, device, requires_grad, names),
            ScalarType.Int32 => FromMany<int>(rawArray, dtype, device, requires_grad, names),
            ScalarType.Int64 => FromMany<long>(rawArray, dtype, device, requires_grad, names),
            ScalarType.Float16 => FromMany<Half>(rawArray, dtype, device, requires_grad, names),
            ScalarType.Float32 => FromMany<float>(rawArray, dtype, device, requires_grad, names),
            ScalarType.Float64 => FromMany<double>(rawArray, dtype, device, requires_grad, names),
            _ => FromMany<bool>(rawArray, dtype, device, requires_grad, names),
        };

    /// <summary>The tensor itself, of that type and on that device.</summary>
    public static Tensor as_tensor(Tensor data, ScalarType? dtype = null, Device? device = null) =>
        data.to(dtype ?? data.dtype, device ?? data.device);

    private static Tensor FromMany<T>(
        Array array,
        ScalarType? dtype,
        Device? device,
        bool requires_grad,
        string[]? names
    )
        where T : unmanaged
    {
        var shape = new long[array.Rank];
        for (var i = 0; i < shape.Length; i++)
            shape[i] = array.GetLongLength(i);
        ref var first = ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array));
        var elements = MemoryMarshal.CreateReadOnlySpan(ref first, array.Length);
        return From(elements, shape, dtype, device, requires_grad, names);
    }

    private static unsafe Tensor From<T>(
        ReadOnlySpan<T> elements,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype,
        Device? device,
        bool requires_grad,
        string[]? names
    )
        where T : unmanaged
    {
        var count = 1L;
        foreach (var size in dimensions)
            count *= size;
        if (count > elements.Length)
            throw new ArgumentException(
                $"mismatched total size creating a tensor from an array: {count} vs. {elements.Length}"
            );
        var type = Types.ToScalarType(typeof(T));
        var tensor = Empty(dimensions.ToArray(), type, CPU, false, null);
        Native.Check(Native.bridge_data(tensor.Handle, out var data));
        elements[..(int)count].CopyTo(new Span<T>((void*)data, (int)count));
        var target = On(device);
        if ((dtype ?? type) != type || target.type != DeviceType.CPU)
        {
            using var copy = tensor;
            tensor = copy.to(dtype ?? type, target);
        }
        return Made(tensor, requires_grad, names);
    }
}
