using MetaNotebooks.Channels;
using MetaNotebooks.Lanes;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>What learners share that embed support and query examples and compare them.</summary>
internal static class EmbeddedPair
{
    /// <summary>Logits <c>[T, q, way]</c> from embedded support <c>[T, k, d]</c>, its classes <c>[T, k, way]</c>, embedded queries <c>[T, q, d]</c>.</summary>
    public delegate Tensor Comparison(Tensor support, Tensor classes, Tensor query);

    public static MetaGradient MetaGradient(
        IModel embedding,
        IReadOnlyList<Tensor> meta,
        TaskBatch tasks,
        Comparison compare
    )
    {
        Require.Parameters(embedding, meta, nameof(meta));
        var classes = SupportLabels.OneHot(tasks.SupportX, tasks.SupportY);
        var all = Together(tasks.SupportX, tasks.QueryX);
        if (embedding is Conv4 blocks && ChannelMeta.Fits(blocks, all) && meta.All(Plain.Is))
        {
            using var embedded = new ChannelEmbedding(blocks, meta, all);
            var (value, byFeatures) = Gradients(embedded.Features, [embedded.Features.requires_grad_()]);
            return new(value, embedded.Backward(byFeatures[0], meta));
        }
        var (losses, gradients) = Gradients(embedding.Forward(meta, all), meta);
        return new(losses, gradients);

        (Tensor Losses, IReadOnlyList<Tensor> Gradients) Gradients(Tensor features, IReadOnlyList<Tensor> by)
        {
            var losses = Losses.CrossEntropy(Logits(features, classes, compare), tasks.QueryY);
            return (
                losses.detach(),
                [.. autograd.grad([losses.mean()], [.. by], retain_graph: false, create_graph: false)]
            );
        }
    }

    public static IAdaptation Adapt(
        IModel embedding,
        IReadOnlyList<Tensor> meta,
        Tensor supportX,
        Tensor supportY,
        int steps,
        Comparison compare
    )
    {
        Require.AtLeast(steps, 0, nameof(steps));
        Require.Parameters(embedding, meta, nameof(meta));
        var classes = SupportLabels.OneHot(supportX, supportY);
        return new ComparingAdaptation(
            steps,
            classes.shape[2],
            supportX,
            x => Logits(embedding.Forward(meta, Together(supportX, x)), classes, compare)
        );
    }

    // Support and query go through the embedding together: one call, and one set of statistics where it normalises by
    // the batch, as in Snell's code. With one example a class the support set's own statistics would say little.
    private static Tensor Together(Tensor supportX, Tensor queryX) => cat([supportX, queryX], 1);

    private static Tensor Logits(Tensor features, Tensor classes, Comparison compare)
    {
        var (shots, points) = (classes.shape[1], features.shape[1]);
        // Inputs may be word numbers; embeddings never are.
        return compare(
            features.narrow(1, 0, shots),
            classes.to(features.dtype),
            features.narrow(1, shots, points - shots)
        );
    }
}
