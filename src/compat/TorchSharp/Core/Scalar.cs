using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A number whose kind (integer, floating point, truth value) is known at run time.</summary>
public sealed class Scalar : IDisposable
{
    internal Tag Tag { get; }

    internal long Bits { get; }

    private Scalar(Tag tag, long bits)
    {
        Tag = tag;
        Bits = bits;
    }

    internal static Scalar From(long value) => new(Tag.Int, value);

    internal static Scalar From(double value) => new(Tag.Double, BitConverter.DoubleToInt64Bits(value));

    internal static Scalar From(bool value) => new(Tag.Bool, value ? 1 : 0);

    /// <summary>The kind of number: Int64, Float64 or Bool.</summary>
    public ScalarType Type =>
        Tag switch
        {
            Tag.Int => ScalarType.Int64,
            Tag.Bool => ScalarType.Bool,
            _ => ScalarType.Float64,
        };

    internal double AsDouble => Tag == Tag.Double ? BitConverter.Int64BitsToDouble(Bits) : Bits;

    internal long AsLong => Tag == Tag.Double ? (long)BitConverter.Int64BitsToDouble(Bits) : Bits;

    /// <summary>Does nothing: a scalar holds no native memory.</summary>
    public void Dispose() { }

    /// <summary>An integer scalar.</summary>
    public static implicit operator Scalar(byte value) => From((long)value);

    /// <summary>An integer scalar.</summary>
    public static implicit operator Scalar(sbyte value) => From((long)value);

    /// <summary>An integer scalar.</summary>
    public static implicit operator Scalar(short value) => From((long)value);

    /// <summary>An integer scalar.</summary>
    public static implicit operator Scalar(int value) => From((long)value);

    /// <summary>An integer scalar.</summary>
    public static implicit operator Scalar(long value) => From(value);

    /// <summary>A floating-point scalar.</summary>
    public static implicit operator Scalar(float value) => From((double)value);

    /// <summary>A floating-point scalar.</summary>
    public static implicit operator Scalar(double value) => From(value);

    /// <summary>A truth value.</summary>
    public static implicit operator Scalar(bool value) => From(value);
}
