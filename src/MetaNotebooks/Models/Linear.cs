using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// A linear model, x·W + b: <c>[T, n, in] → [T, n, out]</c>, parameters "weight" W <c>[in, out]</c> and "bias" b <c>[1, out]</c>.
/// </summary>
/// <param name="Inputs">Input size; at least 1.</param>
/// <param name="Outputs">Output size; at least 1.</param>
public sealed record Linear(int Inputs, int Outputs) : IModel
{
    /// <summary>Whether there is a b. Default true.</summary>
    public bool Bias { get; init; } = true;

    /// <inheritdoc/>
    public ParameterShapes Shapes => Dense.Shapes(Inputs, Outputs).Only(Has);

    /// <inheritdoc/>
    public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32) =>
        Dense.Init(seed.Generator(), Inputs, Outputs, dtype).Only(Has);

    /// <inheritdoc/>
    public Tensor Forward(Parameters theta, Tensor x)
    {
        Dense.CheckInput(x, Inputs, theta[0].dtype);
        return Bias ? Dense.Forward(theta, x) : matmul(x, theta[0]);
    }

    private bool Has(string parameter) => Bias || parameter != "bias";
}
