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
        using var weights = Weights(theta, x, sees);
        using var values = Split(theta["value"], x);
        using var found = Joined(weights, values);
        return matmul(found, theta["output"]);
    }

    // Each part lets go of what it made on the way, so that the next has room where that was.
    private Tensor Weights(Parameters theta, Tensor x, Tensor sees)
    {
        using var scope = NewDisposeScope();
        var products = Split(theta["query"], x).matmul(Split(theta["key"], x, turned: true));
        var hidden = sees.logical_not();
        var weights = Linear
            ? products.masked_fill_(hidden, 0)
            : products
                .div_(Math.Sqrt((double)Width / Heads))
                .masked_fill_(hidden, double.NegativeInfinity)
                .softmax(-1);
        return weights.MoveToOuterDisposeScope();
    }

    // [T, heads, L, width of a head]; turned, the last two the other way round. Laid out as a product reads it.
    private Tensor Split(Tensor weight, Tensor x, bool turned = false)
    {
        using var scope = NewDisposeScope();
        var heads = matmul(x, weight).reshape([.. x.shape[..^1], Heads, Width / Heads]).transpose(-2, -3);
        return (turned ? heads.transpose(-1, -2) : heads).contiguous().MoveToOuterDisposeScope();
    }

    private Tensor Joined(Tensor weights, Tensor values)
    {
        using var scope = NewDisposeScope();
        return weights.matmul(values).transpose(-2, -3).flatten(-2).MoveToOuterDisposeScope();
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
