using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// SimpleShot (Wang, Chao, Weinberger, van der Maaten 2019), as EasyFSL defines it: a query's logit for a class is the cosine
/// between its embedding and the mean of the class's. It is a way to use an embedding that was trained in any way, such as by
/// <see cref="JointTraining"/>; trained by itself, it is a prototypical network with cosines.
/// </summary>
/// <param name="Embedding">The embedding, <c>[T, n, …] → [T, n, d]</c>.</param>
public sealed record SimpleShot(IModel Embedding) : ILearner
{
    /// <summary>
    /// What is subtracted from every embedding, <c>[d]</c>: the paper's is the mean over the training classes ("centred").
    /// Default null, nothing.
    /// </summary>
    public Tensor? Centre { get; init; }

    /// <summary>Whether embeddings are brought to length 1 before their mean is taken (the paper's "L2N"). Default false.</summary>
    public bool Normalised { get; init; }

    /// <inheritdoc/>
    public string Name => "SimpleShot";

    /// <inheritdoc/>
    public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32) => Embedding.Init(seed, dtype);

    /// <inheritdoc/>
    public MetaGradient MetaGradient(Parameters meta, TaskBatch tasks) => Pair.MetaGradient(meta, tasks);

    /// <inheritdoc/>
    public IAdaptation Adapt(Parameters meta, Tensor supportX, Tensor supportY, int steps) =>
        Pair.Adapt(meta, supportX, supportY, steps);

    private EmbeddedPair Pair =>
        new(
            Name,
            Embedding,
            (support, classes, query) => Cosines.Between(Seen(query), ClassMeans.Of(Seen(support), classes))
        );

    private Tensor Seen(Tensor features)
    {
        var centred = Centre is null ? features : features - Centre.to(features.dtype);
        return Normalised ? Cosines.Direction(centred) : centred;
    }
}
