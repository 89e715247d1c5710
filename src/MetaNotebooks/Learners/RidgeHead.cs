using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// R2-D2 (Bertinetto, Henriques, Torr, Vedaldi 2019, section 3.1): a task's head is ridge regression onto the support labels,
/// in closed form, W = Xᵀ(XXᵀ + λI)⁻¹Y with X the embedded examples and a 1; a query's logits are s·xW. The embedding is
/// learned through the solver, λ and the scale s with it.
/// </summary>
/// <remarks>
/// The paper's second number, added to all logits, is left out: a softmax does not see it. The matrix that is solved for
/// is <c>[k, k]</c>, however large the embedding.
/// </remarks>
/// <param name="Embedding">The embedding, <c>[T, n, …] → [T, n, d]</c>.</param>
public sealed record RidgeHead(IModel Embedding) : ILearner
{
    /// <summary>Initial λ, above 0. Default 1.</summary>
    public double Strength { get; init; } = 1;

    /// <summary>Initial s, above 0: ridge regression gives numbers about 0 to 1, too small for a softmax. Default 10.</summary>
    public double Scale { get; init; } = 10;

    /// <inheritdoc/>
    public string Name => "R2-D2";

    /// <summary>The embedding's parameters, and of the part "solver" the logarithms of λ and of s.</summary>
    /// <inheritdoc/>
    public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32) =>
        EmbeddedPair.Whole(Embedding.Init(seed, dtype), Solvers.Init(Strength, Scale, dtype));

    /// <inheritdoc/>
    public MetaGradient MetaGradient(Parameters meta, TaskBatch tasks) => Pair.MetaGradient(meta, tasks);

    /// <inheritdoc/>
    public IAdaptation Adapt(Parameters meta, Tensor supportX, Tensor supportY, int steps) =>
        Pair.Adapt(meta, supportX, supportY, steps);

    /// <summary>Ridge regression's predictions for queries.</summary>
    /// <param name="support">Embedded support examples <c>[T, k, d]</c>.</param>
    /// <param name="targets">What to regress on, <c>[T, k, m]</c>.</param>
    /// <param name="query">Embedded queries <c>[T, q, d]</c>.</param>
    /// <param name="strength">λ, above 0, <c>[]</c>.</param>
    /// <returns>Predictions <c>[T, q, m]</c>.</returns>
    public static Tensor Predict(Tensor support, Tensor targets, Tensor query, Tensor strength)
    {
        var (x, z) = (Solvers.WithOne(support), Solvers.WithOne(query));
        var products = x.matmul(x.transpose(1, 2));
        var dual = linalg.solve(products + strength * eye(x.shape[1], dtype: x.dtype), targets);
        return z.matmul(x.transpose(1, 2)).matmul(dual);
    }

    private EmbeddedPair Pair =>
        new(
            Name,
            Embedding,
            (solver, support, classes, query) =>
                solver["log_scale"].exp() * Predict(support, classes, query, solver["log_strength"].exp()),
            Solvers.Shapes
        );
}
