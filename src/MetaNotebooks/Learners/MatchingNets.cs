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
    // Keeps the cosine of an embedding that is all zeros defined.
    private const double SmallestLength = 1e-8;

    /// <inheritdoc/>
    public string Name => "Matching Nets";

    /// <inheritdoc/>
    public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32) => Embedding.Init(seed, dtype);

    /// <inheritdoc/>
    public MetaGradient MetaGradient(Parameters meta, TaskBatch tasks) =>
        EmbeddedPair.MetaGradient(Name, Embedding, meta, tasks, Logits);

    /// <inheritdoc/>
    public IAdaptation Adapt(Parameters meta, Tensor supportX, Tensor supportY, int steps) =>
        EmbeddedPair.Adapt(Embedding, meta, supportX, supportY, steps, Logits);

    /// <summary>The logarithm of each class's share of a query's attention.</summary>
    /// <param name="support">Embedded support examples <c>[T, k, d]</c>.</param>
    /// <param name="classes">Which class each is of, 0 or 1, <c>[T, k, way]</c>.</param>
    /// <param name="query">Embedded queries <c>[T, q, d]</c>.</param>
    /// <returns>Log-probabilities <c>[T, q, way]</c>.</returns>
    public static Tensor Logits(Tensor support, Tensor classes, Tensor query) =>
        Direction(query).matmul(Direction(support).transpose(1, 2)).softmax(-1).matmul(classes).log();

    private static Tensor Direction(Tensor x) =>
        x / (x.square().sum([-1], keepdim: true) + SmallestLength * SmallestLength).sqrt();
}
