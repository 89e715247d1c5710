using System.Text;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// One managed argument of an operator. Numbers lie in <c>bits</c>; what must stay alive during the
/// call (a tensor, an array) lies in <c>reference</c>.
/// </summary>
internal readonly struct Value
{
    private readonly object? reference;
    private readonly long bits;
    private readonly Tag tag;

    private Value(Tag tag, long bits, object? reference)
    {
        this.tag = tag;
        this.bits = bits;
        this.reference = reference;
    }

    /// <summary>An optional argument left empty.</summary>
    public static Value None => default;

    public static implicit operator Value(Tensor? value) =>
        value is null ? default : new(Tag.Tensor, value.Handle, value);

    public static implicit operator Value(Scalar? value) =>
        value is null ? default : new(value.Tag, value.Bits, null);

    public static implicit operator Value(long value) => new(Tag.Int, value, null);

    public static implicit operator Value(long? value) => value is { } given ? given : default(Value);

    public static implicit operator Value(double value) =>
        new(Tag.Double, BitConverter.DoubleToInt64Bits(value), null);

    public static implicit operator Value(double? value) => value is { } given ? given : default(Value);

    public static implicit operator Value(bool value) => new(Tag.Bool, value ? 1 : 0, null);

    public static implicit operator Value(ScalarType value) => new(Tag.Int, (long)value, null);

    public static implicit operator Value(ScalarType? value) => value is { } given ? given : default(Value);

    public static implicit operator Value(nn.Reduction value) => new(Tag.Int, (long)value, null);

    public static implicit operator Value(Device value) =>
        new(Tag.Device, (long)value.type | ((long)value.index << 8), null);

    public static implicit operator Value(long[]? value) =>
        value is null ? default : new(Tag.IntList, 0, value);

    public static implicit operator Value(double[]? value) =>
        value is null ? default : new(Tag.DoubleList, 0, value);

    public static implicit operator Value(ReadOnlySpan<long> value) => value.ToArray();

    public static implicit operator Value(string? value) =>
        value is null ? default : new(Tag.String, 0, Encoding.UTF8.GetBytes(value));

    public static implicit operator Value(Generator? value) =>
        value is null ? default : new(Tag.Generator, value.Held, value);

    public static implicit operator Value(Tensor[] value) => new(Tag.TensorList, 0, value);

    /// <summary>A number where the operator takes a tensor, as PyTorch passes it from Python.</summary>
    public static Value Wrapped(long value) => new(Tag.WrappedInt, value, null);

    /// <summary>A number where the operator takes a tensor, as PyTorch passes it from Python.</summary>
    public static Value Wrapped(double value) =>
        new(Tag.WrappedDouble, BitConverter.DoubleToInt64Bits(value), null);

    /// <summary>A list in which some tensors may be missing.</summary>
    public static Value Optional(Tensor?[] value) => new(Tag.OptionalTensorList, 0, value);

    /// <summary>The number of 8-byte slots that <see cref="Write"/> needs for the items of a list.</summary>
    public int Slots =>
        reference is Array array ? (tag == Tag.String ? (array.Length + 7) / 8 : array.Length) : 0;

    /// <summary>Writes the argument as the bridge wants it; the items of lists go to <paramref name="slots"/>.</summary>
    public unsafe void Write(ref NativeValue native, ref long* slots)
    {
        native.Tag = tag;
        native.Integer = bits;
        if (tag >= Tag.IntList && tag <= Tag.String)
            WriteList(ref native, ref slots);
    }

    private unsafe void WriteList(ref NativeValue native, ref long* slots)
    {
        native.Count = ((Array)reference!).Length;
        native.Pointer = (nint)slots;
        switch (tag)
        {
            case Tag.IntList:
                ((long[])reference).CopyTo(new Span<long>(slots, native.Count));
                break;
            case Tag.DoubleList:
                ((double[])reference).CopyTo(new Span<double>(slots, native.Count));
                break;
            case Tag.String:
                ((byte[])reference).CopyTo(new Span<byte>(slots, native.Count));
                slots += Slots;
                return;
            default:
                var tensors = (Tensor?[])reference;
                for (var i = 0; i < tensors.Length; i++)
                    slots[i] = tensors[i]?.Handle ?? 0;
                break;
        }
        slots += native.Count;
    }

    /// <summary>Keeps what the argument refers to alive up to this call.</summary>
    public void KeepAlive() => GC.KeepAlive(reference);
}
