using System.Runtime.Intrinsics;

namespace MetaNotebooks.Acceleration;

/// <summary>An <see cref="Activation"/> f with its derivatives, on lanes.</summary>
internal static unsafe class LaneActivation
{
    /// <summary>Puts f(z) in the place of z, and f′(z) beside it.</summary>
    public static void Apply(Activation activation, Floats* z, Floats* slope, int count)
    {
        switch (activation)
        {
            case Activation.Relu:
                for (var i = 0; i < count; i++)
                    Relu(ref z[i], out slope[i]);
                break;
            case Activation.Tanh:
                for (var i = 0; i < count; i++)
                    Tanh(ref z[i], out slope[i]);
                break;
            case Activation.Sine:
                for (var i = 0; i < count; i++)
                    (z[i], slope[i]) = Vector512.SinCos(z[i]);
                break;
            default:
                new Span<Floats>(slope, count).Fill(Floats.One);
                break;
        }
    }

    /// <summary>Adds f″(z)·a·b to a sum, given f(z) and f′(z).</summary>
    public static void AddCurvature(
        Activation activation,
        Floats* sum,
        Floats* value,
        Floats* slope,
        Floats* a,
        Floats* b,
        int count
    )
    {
        if (activation is Activation.Relu or Activation.Identity)
            return;
        for (var i = 0; i < count; i++)
        {
            var curvature = activation == Activation.Sine ? -value[i] : -2 * value[i] * slope[i];
            sum[i] += curvature * a[i] * b[i];
        }
    }

    // NaN is not below zero, so it passes through.
    private static void Relu(ref Floats z, out Floats slope)
    {
        var off = Vector512.LessThanOrEqual(z, Floats.Zero);
        slope = Vector512.ConditionalSelect(off, Floats.Zero, Floats.One);
        z = Vector512.ConditionalSelect(off, Floats.Zero, z);
    }

    private static void Tanh(ref Floats z, out Floats slope)
    {
        Span<float> each = stackalloc float[Floats.Count];
        z.CopyTo(each);
        foreach (ref var x in each)
            x = MathF.Tanh(x);
        z = Vector512.Create<float>(each);
        slope = Floats.One - z * z;
    }
}
