using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Matching networks (Vinyals et al. 2016, section 2.1): a query's class is the support labels' mean, weighted by
/// attention, a softmax over cosines of embeddings. Without the paper's "full context embeddings" (its LSTMs that let an
/// example's embedding depend on the whole support set): its basic model, with one embedding for both sets.
/// </summary>
/// <param name="Embedding">The embedding, <c>[T, n, …] → [T, n, d]</c>.</param>
public sealed record MatchingNets(IModel Embedding) : ILearner
{
    /// <inheritdoc/>
    public string Name => "Matching Nets";

    /// <inheritdoc/>
    public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32) => Embedding.Init(seed, dtype);

    /// <inheritdoc/>
    public MetaGradient MetaGradient(Parameters meta, TaskBatch tasks) => Pair.MetaGradient(meta, tasks);

    /// <inheritdoc/>
    public IAdaptation Adapt(Parameters meta, Tensor supportX, Tensor supportY, int steps) =>
        Pair.Adapt(meta, supportX, supportY, steps);

    private EmbeddedPair Pair => new(Name, Embedding, Logits);

    /// <summary>The logarithm of each class's share of a query's attention.</summary>
    /// <param name="support">Embedded support examples <c>[T, k, d]</c>.</param>
    /// <param name="classes">Which class each is of, 0 or 1, <c>[T, k, way]</c>.</param>
    /// <param name="query">Embedded queries <c>[T, q, d]</c>.</param>
    /// <returns>Log-probabilities <c>[T, q, way]</c>.</returns>
    public static Tensor Logits(Tensor support, Tensor classes, Tensor query) =>
        Cosines.Between(query, support).softmax(-1).matmul(classes).log();
}
