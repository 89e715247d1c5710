using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks.Acceleration;

/// <summary>
/// Adam's step in two passes over plain numbers in single precision, in place of a dozen operations on tensors: on small
/// networks these take as long as a third of the meta-gradient. The same operations in the same order, so the same bits;
/// the root stays libtorch's, whose last bit is MKL's own.
/// </summary>
internal static class AdamNumbers
{
    /// <summary>Whether all of them are such numbers.</summary>
    public static bool Fit(Tensor parameters, Tensor gradient, IReadOnlyList<Tensor> state) =>
        new[] { parameters, gradient, state[0], state[1] }.All(tensor =>
            tensor.numel() == parameters.numel() && Held.LieInARow(tensor)
        );

    /// <summary>The parameters and both moments after a step.</summary>
    /// <param name="parameters">Before it, <c>[P]</c>.</param>
    /// <param name="gradient">The gradient, <c>[P]</c>.</param>
    /// <param name="state">The moments before it, <c>[P]</c> each.</param>
    /// <param name="by">The decays, the step size and what is added to the root.</param>
    public static (Tensor Parameters, IReadOnlyList<Tensor> State) Step(
        Tensor parameters,
        Tensor gradient,
        IReadOnlyList<Tensor> state,
        (double Beta1, double Beta2, double Size, double Epsilon) by
    )
    {
        var (first, second) = (empty_like(parameters), empty_like(parameters));
        Moments(gradient, state[0], first, (float)by.Beta1, (float)(1 - by.Beta1), false);
        Moments(gradient, state[1], second, (float)by.Beta2, (float)(1 - by.Beta2), true);
        // The parameters take the root's place.
        var moved = second.sqrt();
        Move(parameters, first, moved, (float)by.Size, (float)by.Epsilon);
        return (moved, [first, second]);
    }

    // Sixteen at a time, and what is left one by one: they do not depend on each other.
    private static void Moments(
        Tensor gradient,
        Tensor before,
        Tensor after,
        float decay,
        float rest,
        bool squared
    )
    {
        Span<float> g = Held.InPlace(gradient),
            from = Held.InPlace(before),
            to = Held.InPlace(after);
        var i = 0;
        for (; i <= g.Length - Floats.Count; i += Floats.Count)
        {
            var slope = Load(g, i);
            (decay * Load(from, i) + rest * (squared ? slope * slope : slope)).CopyTo(to[i..]);
        }
        for (; i < g.Length; i++)
            to[i] = decay * from[i] + rest * (squared ? g[i] * g[i] : g[i]);
        GC.KeepAlive((gradient, before, after));
    }

    private static void Move(Tensor before, Tensor moment, Tensor rootThenAfter, float size, float epsilon)
    {
        Span<float> from = Held.InPlace(before),
            m = Held.InPlace(moment),
            to = Held.InPlace(rootThenAfter);
        var i = 0;
        for (; i <= m.Length - Floats.Count; i += Floats.Count)
            (Load(from, i) - size * Load(m, i) / (Load(to, i) + Vector512.Create(epsilon))).CopyTo(to[i..]);
        for (; i < m.Length; i++)
            to[i] = from[i] - size * m[i] / (to[i] + epsilon);
        GC.KeepAlive((before, moment, rootThenAfter));
    }

    private static Floats Load(Span<float> numbers, int at) =>
        Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(numbers), (nuint)at);
}
