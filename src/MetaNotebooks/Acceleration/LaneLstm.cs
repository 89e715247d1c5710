using System.Runtime.Intrinsics;

namespace MetaNotebooks.Acceleration;

/// <summary>
/// A step of an <see cref="LstmCell"/> in lanes, once the sums of its gates are known; and its derivatives, written out.
/// </summary>
internal static unsafe class LaneLstm
{
    /// <summary>c′ and h′.</summary>
    /// <param name="gates">The sums of i, f, g and o, <c>[4h]</c>; the gates are left in their place.</param>
    /// <param name="was">c.</param>
    /// <param name="cell">c′.</param>
    /// <param name="tanh">tanh c′, for the way back.</param>
    /// <param name="h">h′.</param>
    /// <param name="hidden">How many of each.</param>
    public static void Forward(Floats* gates, Floats* was, Floats* cell, Floats* tanh, Floats* h, int hidden)
    {
        for (var i = 0; i < 4 * hidden; i++)
            gates[i] = i / hidden == 2 ? Tanh(gates[i]) : Sigmoid(gates[i]);
        for (var i = 0; i < hidden; i++)
        {
            cell[i] = gates[hidden + i] * was[i] + gates[i] * gates[2 * hidden + i];
            tanh[i] = Tanh(cell[i]);
            h[i] = gates[3 * hidden + i] * tanh[i];
        }
    }

    /// <summary>The derivatives by the gates' sums and by c.</summary>
    /// <param name="gates">i, f, g and o.</param>
    /// <param name="was">c.</param>
    /// <param name="tanh">tanh c′.</param>
    /// <param name="byH">By h′.</param>
    /// <param name="byCell">By c′, other than through h′.</param>
    /// <param name="byWas">By c, which is added to.</param>
    /// <param name="bySums">By the sums; may be the gates' place.</param>
    /// <param name="hidden">How many of each.</param>
    public static void Back(
        Floats* gates,
        Floats* was,
        Floats* tanh,
        Floats* byH,
        Floats* byCell,
        Floats* byWas,
        Floats* bySums,
        int hidden
    )
    {
        for (var u = 0; u < hidden; u++)
        {
            Floats i = gates[u],
                f = gates[hidden + u],
                g = gates[2 * hidden + u],
                o = gates[3 * hidden + u];
            var c = byCell[u] + byH[u] * o * TanhSlope(tanh[u]);
            bySums[u] = c * g * SigmoidSlope(i);
            bySums[hidden + u] = c * was[u] * SigmoidSlope(f);
            bySums[2 * hidden + u] = c * i * TanhSlope(g);
            bySums[3 * hidden + u] = byH[u] * tanh[u] * SigmoidSlope(o);
            byWas[u] += c * f;
        }
    }

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    public static Floats Sigmoid(Floats x) => Floats.One / (Floats.One + Vector512.Exp(-x));

    /// <summary>Far out the exponential is infinite, and what is left is −1.</summary>
    public static Floats Tanh(Floats x) =>
        Vector512.Create(2f) / (Floats.One + Vector512.Exp(-2 * x)) - Floats.One;

    /// <summary>The slope of a sigmoid, of its own value.</summary>
    public static Floats SigmoidSlope(Floats value) => value * (Floats.One - value);

    /// <summary>The slope of a tanh, of its own value.</summary>
    public static Floats TanhSlope(Floats value) => Floats.One - value * value;
}
