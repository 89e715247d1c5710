using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>What the heads share that solve for a task's last layer.</summary>
internal static class Solvers
{
    /// <summary>What such a head learns: numbers above 0, as logarithms.</summary>
    public static ParameterShapes Shapes { get; } =
        ParameterShapes.Of(("log_strength", []), ("log_scale", []));

    public static Parameters Init(double strength, double scale, ScalarType dtype)
    {
        Require.Positive(strength, "Strength");
        Require.Positive(scale, "Scale");
        return Shapes.Named(tensor(Math.Log(strength), dtype), tensor(Math.Log(scale), dtype));
    }

    /// <summary>Examples with a 1 beside them, whose weight is the bias: <c>[T, n, d] → [T, n, d + 1]</c>.</summary>
    public static Tensor WithOne(Tensor x) => Held.Cat([x, ones_like(x.narrow(-1, 0, 1))], -1);
}
