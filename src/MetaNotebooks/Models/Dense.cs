using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// A dense layer, x·W + b, whose bias is a row: W is <c>[in, out]</c> and b <c>[1, out]</c>, or one of each a task,
/// <c>[T, in, out]</c> and <c>[T, 1, out]</c>. With those shapes a batch of tasks is one batched product.
/// </summary>
internal static class Dense
{
    public static ParameterShapes Shapes(int inputs, int outputs) =>
        ParameterShapes.Of(("weight", [inputs, outputs]), ("bias", [1, outputs]));

    /// <summary>W and b uniform in ±1/√in, as PyTorch initialises its linear layer.</summary>
    public static Parameters Init(Random random, int inputs, int outputs, ScalarType dtype)
    {
        var bound = 1 / Math.Sqrt(inputs);
        return Shapes(inputs, outputs).Make((_, shape) => random.Uniform(-bound, bound, shape, dtype));
    }

    public static Tensor Forward(Parameters theta, Tensor x) => Forward(theta[0], theta[1], x);

    public static Tensor Forward(Tensor weight, Tensor bias, Tensor x) => Add(matmul(x, weight), bias);

    /// <summary>
    /// Adds to a sum that nobody else needs: in its place where it has room, since with many rows writing a new one is much
    /// of the time and of the memory. A sum for all tasks has no room for one of each.
    /// </summary>
    public static Tensor Add(Tensor sum, Tensor part)
    {
        var (room, needed) = (sum.shape, part.shape);
        var fits = needed.Length <= room.Length;
        for (var i = 1; fits && i <= needed.Length; i++)
            fits = needed[^i] == 1 || needed[^i] == room[^i];
        return fits ? sum.add_(part) : sum + part;
    }

    /// <summary>Checked here because libtorch's own message names no argument.</summary>
    public static void CheckInput(Tensor x, int inputs, ScalarType type)
    {
        var shape = x.shape;
        if (shape.Length < 2 || shape[^1] != inputs)
            throw new ArgumentException(
                $"x has shape [{string.Join(", ", shape)}]; expected [T, n, {inputs}].",
                nameof(x)
            );
        Require.Type(x, nameof(x), type);
    }
}
