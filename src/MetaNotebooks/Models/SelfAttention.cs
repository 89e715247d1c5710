using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Attention of tokens to tokens (Vaswani et al. 2017, section 3.2): each asks with a query, is found by a key, and gives a
/// value; what it gets is the mean of the values, weighted by a softmax over query·key/√d. <c>[T, L, width] → [T, L, width]</c>.
/// Parameters: the matrices "query", "key", "value" and "output", <c>[width, width]</c> each, heads side by side.
/// </summary>
/// <param name="Width">Numbers of a token; a multiple of <paramref name="Heads"/>.</param>
/// <param name="Heads">Heads, at least 1. Default 1.</param>
public sealed record SelfAttention(int Width, int Heads = 1) : IModel
{
    /// <summary>
    /// Whether the softmax is left out: the sum of the values, each times query·key. Then one layer can be one step of
    /// gradient descent (von Oswald et al. 2023, proposition 1). Default false.
    /// </summary>
    public bool Linear { get; init; }

    private static readonly string[] Names = ["query", "key", "value", "output"];

    /// <inheritdoc/>
    public ParameterShapes Shapes =>
        ParameterShapes.Of([.. Names.Select(name => (name, new long[] { Width, Width }))]);

    /// <summary>Uniform in ±√(3/width), which keeps a token's size.</summary>
    /// <inheritdoc/>
    public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32)
    {
        Check();
        var (random, bound) = (seed.Generator(), Math.Sqrt(3.0 / Width));
        return Shapes.Make((_, shape) => random.Uniform(-bound, bound, shape, dtype));
    }

    /// <summary>Every token attends to all.</summary>
    /// <inheritdoc/>
    public Tensor Forward(Parameters theta, Tensor x) =>
        Forward(theta, x, ones([x.shape[^2], x.shape[^2]], ScalarType.Bool));

    /// <summary>Every token attends to those that it may see.</summary>
    /// <param name="theta">Parameters.</param>
    /// <param name="x">Tokens <c>[T, L, width]</c>.</param>
    /// <param name="sees">Whether the token of a row sees that of a column, bool <c>[L, L]</c>; each sees at least one.</param>
    public Tensor Forward(Parameters theta, Tensor x, Tensor sees)
    {
        Check();
        Dense.CheckInput(x, Width, theta[0].dtype);
        // [T, heads, L, width of a head].
        Tensor Split(string name) =>
            matmul(x, theta[name]).reshape([.. x.shape[..^1], Heads, Width / Heads]).transpose(-2, -3);
        var products = Split("query").matmul(Split("key").transpose(-1, -2));
        var hidden = sees.logical_not();
        var weights = Linear
            ? products.masked_fill(hidden, 0)
            : (products / Math.Sqrt((double)Width / Heads))
                .masked_fill(hidden, double.NegativeInfinity)
                .softmax(-1);
        var found = weights.matmul(Split("value")).transpose(-2, -3).reshape(x.shape);
        return matmul(found, theta["output"]);
    }

    private void Check()
    {
        Require.AtLeast(Heads, 1, nameof(Heads));
        Require.AtLeast(Width, Heads, nameof(Width));
        if (Width % Heads != 0)
            throw new ArgumentException(
                $"Width is {Width}; expected a multiple of the {Heads} heads.",
                nameof(Width)
            );
    }
}
