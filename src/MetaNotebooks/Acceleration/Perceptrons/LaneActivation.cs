using System.Numerics;

namespace MetaNotebooks.Acceleration;

/// <summary>An <see cref="Activation"/> f with its derivatives, on lanes.</summary>
internal static unsafe class LaneActivation
{
    /// <summary>Puts f(z) in the place of z, and f′(z) beside it.</summary>
    public static void Apply(Activation activation, Vector<float>* z, Vector<float>* slope, int count)
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
                    (z[i], slope[i]) = Vector.SinCos(z[i]);
                break;
            default:
                new Span<Vector<float>>(slope, count).Fill(Vector<float>.One);
                break;
        }
    }

    /// <summary>Adds f″(z)·a·b to a sum, given f(z) and f′(z).</summary>
    public static void AddCurvature(
        Activation activation,
        Vector<float>* sum,
        Vector<float>* value,
        Vector<float>* slope,
        Vector<float>* a,
        Vector<float>* b,
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
    private static void Relu(ref Vector<float> z, out Vector<float> slope)
    {
        var off = Vector.LessThanOrEqual(z, Vector<float>.Zero);
        slope = Vector.ConditionalSelect(off, Vector<float>.Zero, Vector<float>.One);
        z = Vector.ConditionalSelect(off, Vector<float>.Zero, z);
    }

    private static void Tanh(ref Vector<float> z, out Vector<float> slope)
    {
        Span<float> each = stackalloc float[Vector<float>.Count];
        z.CopyTo(each);
        foreach (ref var x in each)
            x = MathF.Tanh(x);
        z = new(each);
        slope = Vector<float>.One - z * z;
    }
}
