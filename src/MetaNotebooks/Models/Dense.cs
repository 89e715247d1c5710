using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// A dense layer, x·W + b, whose bias is a row: W is <c>[in, out]</c> and b <c>[1, out]</c>, or one of each a task,
/// <c>[T, in, out]</c> and <c>[T, 1, out]</c>. With those shapes a batch of tasks is one batched product.
/// </summary>
internal static class Dense
{
    public static long[][] Shapes(int inputs, int outputs) =>
        [
            [inputs, outputs],
            [1, outputs],
        ];

    /// <summary>W and b uniform in ±1/√in, as PyTorch initialises its linear layer.</summary>
    public static Tensor[] Init(Random random, int inputs, int outputs, ScalarType dtype)
    {
        var bound = 1 / Math.Sqrt(inputs);
        return
        [
            random.Uniform(-bound, bound, [inputs, outputs], dtype),
            random.Uniform(-bound, bound, [1, outputs], dtype),
        ];
    }

    public static Tensor Forward(Tensor weight, Tensor bias, Tensor x) => matmul(x, weight) + bias;

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
