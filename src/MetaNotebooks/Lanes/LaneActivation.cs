using System.Numerics;

namespace MetaNotebooks.Lanes;

/// <summary>An <see cref="Activation"/> f with its derivatives, on lanes.</summary>
internal static unsafe class LaneActivation
{
    /// <summary>Puts f(z) in the place of z, and f′(z) beside it.</summary>
    public static void Apply(Activation activation, Vector<float>* z, Vector<float>* slope, int count)
    {
        for (var i = 0; i < count; i++)
            (z[i], slope[i]) = activation switch
            {
                Activation.Relu => Relu(z[i]),
                Activation.Tanh => Tanh(z[i]),
                Activation.Sine => Vector.SinCos(z[i]),
                _ => (z[i], Vector<float>.One),
            };
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

    private static (Vector<float>, Vector<float>) Relu(Vector<float> z)
    {
        var on = Vector.GreaterThan(z, Vector<float>.Zero);
        return (
            // A number that is none stays none.
            Vector.ConditionalSelect(Vector.LessThanOrEqual(z, Vector<float>.Zero), Vector<float>.Zero, z),
            Vector.ConditionalSelect(on, Vector<float>.One, Vector<float>.Zero)
        );
    }

    private static (Vector<float>, Vector<float>) Tanh(Vector<float> z)
    {
        Span<float> each = stackalloc float[Vector<float>.Count];
        z.CopyTo(each);
        foreach (ref var x in each)
            x = MathF.Tanh(x);
        var h = new Vector<float>(each);
        return (h, Vector<float>.One - h * h);
    }
}
