using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// LR-D2 (Bertinetto, Henriques, Torr, Vedaldi 2019, section 3.2): a task's head is regularised logistic regression, one for
/// each class against all others, fitted to the support set by Newton's method (iteratively reweighted least squares,
/// equation 6), a few steps of which are differentiated through; a query's logits are s·xw. The embedding, λ and the scale
/// s are learned.
/// </summary>
/// <remarks>
/// Each step solves for one number an example, α with w = Xᵀα, as <see cref="RidgeHead"/> does. The paper's own has two
/// classes; one against all is its way to more. A step that would raise the loss is halved until it does not: whole steps
/// alone can go ever further from the least loss where λ is small.
/// </remarks>
/// <param name="Embedding">The embedding, <c>[T, n, …] → [T, n, d]</c>.</param>
public sealed record LogisticHead(IModel Embedding) : ILearner
{
    // A thousandth of a step is none.
    private const int MostHalvings = 10;

    /// <summary>Newton steps, at least 1. Default 5.</summary>
    public int Iterations { get; init; } = 5;

    /// <summary>Initial λ of λ/2·‖w‖², beside a loss that is a sum over examples; above 0. Default 1.</summary>
    public double Strength { get; init; } = 1;

    /// <summary>Initial s, above 0. Default 1.</summary>
    public double Scale { get; init; } = 1;

    /// <inheritdoc/>
    public string Name => "LR-D2";

    /// <summary>The embedding's parameters, and of the part "solver" the logarithms of λ and of s.</summary>
    /// <inheritdoc/>
    public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32) =>
        EmbeddedPair.Whole(Embedding.Init(seed, dtype), Solvers.Init(Strength, Scale, dtype));

    /// <inheritdoc/>
    public MetaGradient MetaGradient(Parameters meta, TaskBatch tasks) => Pair.MetaGradient(meta, tasks);

    /// <inheritdoc/>
    public IAdaptation Adapt(Parameters meta, Tensor supportX, Tensor supportY, int steps) =>
        Pair.Adapt(meta, supportX, supportY, steps);

    /// <summary>The logit of each class against all others, for queries.</summary>
    /// <param name="support">Embedded support examples <c>[T, k, d]</c>.</param>
    /// <param name="classes">Which class each is of, 0 or 1, <c>[T, k, way]</c>.</param>
    /// <param name="query">Embedded queries <c>[T, q, d]</c>.</param>
    /// <param name="strength">λ, above 0, <c>[]</c>.</param>
    /// <param name="iterations">Newton steps, at least 1.</param>
    /// <returns>Logits <c>[T, q, way]</c>.</returns>
    public static Tensor Logits(Tensor support, Tensor classes, Tensor query, Tensor strength, int iterations)
    {
        Require.AtLeast(iterations, 1, nameof(Iterations));
        var (x, z) = (Solvers.WithOne(support), Solvers.WithOne(query));
        var products = x.matmul(x.transpose(1, 2)).unsqueeze(1);
        // Every class is a problem of its own: [T, way, k].
        var labels = classes.transpose(1, 2);
        Tensor logits = zeros_like(labels);
        Tensor dual = zeros_like(labels).unsqueeze(-1);
        var least = finfo(labels.dtype).eps;
        for (var i = 0; i < iterations; i++)
        {
            var shares = logits.sigmoid();
            // Far from 0 a share is rounded to 0 or 1 and its weight to 0, which nothing can be divided by.
            var weights = (shares * (1 - shares)).clamp_min(least);
            var aims = logits + (labels - shares) / weights;
            var whole = linalg.solve(products + (strength / weights).diag_embed(), aims.unsqueeze(-1));
            var length = Length(dual, whole, products, labels.unsqueeze(-1), strength);
            dual = where(length.eq(1), whole, dual + length * (whole - dual));
            logits = products.matmul(dual).squeeze(-1);
        }
        return z.matmul(x.transpose(1, 2)).matmul(dual.squeeze(-1).transpose(1, 2));
    }

    // How much of a step each class takes, [T, way, 1, 1]. A step of Newton's method can go past the least loss, and the next
    // further past it; one that raises the loss is halved until it does not.
    private static Tensor Length(Tensor from, Tensor to, Tensor products, Tensor labels, Tensor strength)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        Tensor Loss(Tensor dual)
        {
            var logits = products.matmul(dual);
            var surprise = logits.softplus() - labels * logits;
            return (surprise + strength / 2 * dual * logits).sum(-2, keepdim: true);
        }
        var before = Loss(from);
        // At rest, rounding can add a little.
        var allowed = before * (1 + Math.Sqrt(finfo(labels.dtype).eps));
        var length = ones_like(before);
        for (var halving = 0; halving < MostHalvings; halving++)
        {
            var rises = Loss(from + length * (to - from)).gt(allowed);
            if (!rises.any().item<bool>())
                break;
            length = where(rises, length / 2, length);
        }
        return length.MoveToOuterDisposeScope();
    }

    private EmbeddedPair Pair =>
        new(
            Name,
            Embedding,
            (solver, support, classes, query) =>
                solver["log_scale"].exp()
                * Logits(support, classes, query, solver["log_strength"].exp(), Iterations),
            Solvers.Shapes
        );
}
