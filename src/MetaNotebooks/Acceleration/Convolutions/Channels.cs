using System.Runtime.Intrinsics;

namespace MetaNotebooks.Acceleration;

/// <summary>
/// One number of each of <see cref="Count"/> channels of a pixel. Two vectors: a processor reads memory in pairs of cache
/// lines, and a sweep that used one of each pair would wait for both.
/// </summary>
internal readonly unsafe struct Channels(Vector512<float> first, Vector512<float> second)
{
    private readonly Vector512<float> first = first;
    private readonly Vector512<float> second = second;

    /// <summary>How many channels.</summary>
    public const int Count = 32;

    /// <summary>Reads them.</summary>
    public static Channels Load(float* from) => new(Vector512.Load(from), Vector512.Load(from + Count / 2));

    /// <summary>Writes them.</summary>
    public void Store(float* to)
    {
        first.Store(to);
        second.Store(to + Count / 2);
    }

    /// <summary>a · b + c, rounded once.</summary>
    public static Channels MultiplyAdd(Channels a, Channels b, Channels c) =>
        new(
            Vector512.FusedMultiplyAdd(a.first, b.first, c.first),
            Vector512.FusedMultiplyAdd(a.second, b.second, c.second)
        );

    /// <summary>1 / √(a + b).</summary>
    public static Channels InverseRoot(Channels a, float b) =>
        new(InverseRoot(a.first, b), InverseRoot(a.second, b));

    /// <summary>a where it is above 0, or is no number, and 0 elsewhere.</summary>
    public static Channels Rectified(Channels a) => new(Rectified(a.first), Rectified(a.second));

    /// <summary>b where a is above 0, and 0 elsewhere: the rectifier's derivative is 0 at 0, as libtorch has it.</summary>
    public static Channels WherePositive(Channels a, Channels b) =>
        new(WherePositive(a.first, b.first), WherePositive(a.second, b.second));

    public static Channels operator +(Channels a, Channels b) => new(a.first + b.first, a.second + b.second);

    public static Channels operator -(Channels a, Channels b) => new(a.first - b.first, a.second - b.second);

    public static Channels operator -(Channels a) => new(-a.first, -a.second);

    public static Channels operator *(Channels a, Channels b) => new(a.first * b.first, a.second * b.second);

    public static Channels operator /(Channels a, float b) => new(a.first / b, a.second / b);

    private static Vector512<float> InverseRoot(Vector512<float> a, float b) =>
        Vector512<float>.One / Vector512.Sqrt(a + Vector512.Create(b));

    private static Vector512<float> Rectified(Vector512<float> a) =>
        Vector512.ConditionalSelect(Vector512.LessThanOrEqual(a, default), default, a);

    private static Vector512<float> WherePositive(Vector512<float> a, Vector512<float> b) =>
        Vector512.ConditionalSelect(Vector512.GreaterThan(a, default), b, default);
}
