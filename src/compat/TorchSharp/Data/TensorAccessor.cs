using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>
/// Reads and writes the elements of a tensor in the processor's memory, in the order of its
/// dimensions, whatever its strides.
/// </summary>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly Tensor tensor;
    private readonly long[] shape;
    private readonly long[] strides;
    private readonly T* data;

    internal TensorAccessor(Tensor tensor)
    {
        if (tensor.device_type != DeviceType.CPU)
            throw new InvalidOperationException(
                "Reading data from non-CPU memory is not supported. Move or copy the tensor to the cpu before reading."
            );
        this.tensor = tensor;
        shape = tensor.shape;
        strides = tensor.stride();
        Native.Check(Native.bridge_data(tensor.Handle, out var pointer));
        data = (T*)pointer;
    }

    /// <summary>The number of elements.</summary>
    public long Count => tensor.numel();

    /// <summary>False: elements can be written.</summary>
    public bool IsReadOnly => false;

    /// <summary>One element, by one index in the order of the dimensions or by one index for each.</summary>
    public T this[params long[] indices]
    {
        get => data[indices.Length == 1 ? Offset(indices[0]) : Offset(indices)];
        set => data[indices.Length == 1 ? Offset(indices[0]) : Offset(indices)] = value;
    }

    /// <summary>All elements.</summary>
    public T[] ToArray()
    {
        var array = new T[Count];
        CopyTo(array.AsSpan());
        return array;
    }

    /// <summary>All elements, in an array of as many dimensions.</summary>
    public Array ToNDArray()
    {
        if (shape.Length == 0)
            return ToArray();
        var array = Array.CreateInstance(typeof(T), shape);
        var elements = System.Runtime.InteropServices.MemoryMarshal.CreateSpan(
            ref System.Runtime.CompilerServices.Unsafe.As<byte, T>(
                ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(array)
            ),
            array.Length
        );
        CopyTo(elements);
        return array;
    }

    /// <summary>Copies elements, from the one at <paramref name="tensorIndex"/> on, as many as fit.</summary>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Copies elements, from the one at <paramref name="tensorIndex"/> on, as many as fit.</summary>
    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var to = array[arrayIndex..];
        var count = (int)Math.Min(to.Length, Count - tensorIndex);
        if (tensor.is_contiguous())
            new ReadOnlySpan<T>(data + tensorIndex, count).CopyTo(to);
        else
            for (var i = 0; i < count; i++)
                to[i] = data[Offset(tensorIndex + i)];
        GC.KeepAlive(tensor);
    }

    /// <summary>Overwrites elements, from the one at <paramref name="tensorIndex"/> on.</summary>
    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    /// <summary>Overwrites elements, from the one at <paramref name="tensorIndex"/> on.</summary>
    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var from = array[arrayIndex..];
        var count = (int)Math.Min(from.Length, Count - tensorIndex);
        for (var i = 0; i < count; i++)
            data[Offset(tensorIndex + i)] = from[i];
        GC.KeepAlive(tensor);
    }

    /// <summary>All elements, one after the other.</summary>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Does nothing: the tensor keeps its memory.</summary>
    public void Dispose() { }

    private long Offset(long index)
    {
        if (index < 0 || index >= Count)
            throw new IndexOutOfRangeException($"Element {index} of a tensor of {Count} elements.");
        var offset = 0L;
        for (var i = shape.Length - 1; i >= 0; i--)
        {
            index = Math.DivRem(index, shape[i], out var here);
            offset += here * strides[i];
        }
        return offset;
    }

    private long Offset(long[] indices)
    {
        if (indices.Length != shape.Length)
            throw new ArgumentException(
                $"{indices.Length} indices for a tensor of {shape.Length} dimensions."
            );
        var offset = 0L;
        for (var i = 0; i < indices.Length; i++)
        {
            if (indices[i] < 0 || indices[i] >= shape[i])
                throw new IndexOutOfRangeException(
                    $"Index {indices[i]} in dimension {i} of size {shape[i]}."
                );
            offset += indices[i] * strides[i];
        }
        return offset;
    }
}
