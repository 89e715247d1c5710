namespace TorchSharp;

/// <summary>Between .NET's numbers and <see cref="Scalar"/>.</summary>
public static class ScalarExtensionMethods
{
    /// <summary>An integer scalar.</summary>
    public static Scalar ToScalar(this byte value) => value;

    /// <summary>An integer scalar.</summary>
    public static Scalar ToScalar(this sbyte value) => value;

    /// <summary>An integer scalar.</summary>
    public static Scalar ToScalar(this short value) => value;

    /// <summary>An integer scalar.</summary>
    public static Scalar ToScalar(this int value) => value;

    /// <summary>An integer scalar.</summary>
    public static Scalar ToScalar(this long value) => value;

    /// <summary>A floating-point scalar.</summary>
    public static Scalar ToScalar(this float value) => value;

    /// <summary>A floating-point scalar.</summary>
    public static Scalar ToScalar(this double value) => value;

    /// <summary>A truth value.</summary>
    public static Scalar ToScalar(this bool value) => value;

    /// <summary>The number in single precision.</summary>
    public static float ToSingle(this Scalar value) => (float)value.AsDouble;

    /// <summary>The number in double precision.</summary>
    public static double ToDouble(this Scalar value) => value.AsDouble;

    /// <summary>The number as a byte.</summary>
    public static byte ToByte(this Scalar value) => (byte)value.AsLong;

    /// <summary>The number as a 32-bit integer.</summary>
    public static int ToInt32(this Scalar value) => (int)value.AsLong;

    /// <summary>The number as a 64-bit integer.</summary>
    public static long ToInt64(this Scalar value) => value.AsLong;

    /// <summary>True unless the number is zero.</summary>
    public static bool ToBoolean(this Scalar value) => value.AsDouble != 0;
}
