using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// A linear model, x·W + b: <c>[T, n, in] → [T, n, out]</c>, parameters W <c>[in, out]</c> and b <c>[1, out]</c>.
/// </summary>
/// <param name="Inputs">Input size; at least 1.</param>
/// <param name="Outputs">Output size; at least 1.</param>
public sealed record Linear(int Inputs, int Outputs) : IModel
{
    /// <summary>Whether there is a b. Default true.</summary>
    public bool Bias { get; init; } = true;

    /// <inheritdoc/>
    public IReadOnlyList<long[]> Shapes => Dense.Shapes(Inputs, Outputs)[..(Bias ? 2 : 1)];

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Init(Seed seed, ScalarType dtype = ScalarType.Float32) =>
        Dense.Init(seed.Generator(), Inputs, Outputs, dtype)[..(Bias ? 2 : 1)];

    /// <inheritdoc/>
    public Tensor Forward(IReadOnlyList<Tensor> theta, Tensor x)
    {
        Dense.CheckInput(x, Inputs, theta[0].dtype);
        return Bias ? Dense.Forward(theta[0], theta[1], x) : matmul(x, theta[0]);
    }
}
