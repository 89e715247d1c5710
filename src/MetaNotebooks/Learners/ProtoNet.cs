using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Prototypical networks (Snell, Swersky, Zemel 2017): a class is the mean of its support examples' embeddings, and a
/// query's logit for it is minus the squared Euclidean distance (equations 1–2). The embedding is what is learned.
/// </summary>
/// <param name="Embedding">The embedding, <c>[T, n, …] → [T, n, d]</c>.</param>
public sealed record ProtoNet(IModel Embedding) : ILearner
{
    /// <inheritdoc/>
    public string Name => "ProtoNet";

    /// <inheritdoc/>
    public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32) => Embedding.Init(seed, dtype);

    /// <inheritdoc/>
    public MetaGradient MetaGradient(Parameters meta, TaskBatch tasks) => Pair.MetaGradient(meta, tasks);

    /// <inheritdoc/>
    public IAdaptation Adapt(Parameters meta, Tensor supportX, Tensor supportY, int steps) =>
        Pair.Adapt(meta, supportX, supportY, steps);

    private EmbeddedPair Pair => new(Name, Embedding, Logits);

    /// <summary>Minus the squared distance of each query to each class's mean.</summary>
    /// <param name="support">Embedded support examples <c>[T, k, d]</c>.</param>
    /// <param name="classes">Which class each is of, 0 or 1, <c>[T, k, way]</c>.</param>
    /// <param name="query">Embedded queries <c>[T, q, d]</c>.</param>
    /// <returns>Logits <c>[T, q, way]</c>.</returns>
    public static Tensor Logits(Tensor support, Tensor classes, Tensor query) =>
        -Distances.Squared(query, ClassMeans.Of(support, classes));
}
