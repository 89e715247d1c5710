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
        var logits = Logits(embedding, meta, tasks.SupportX, classes, tasks.QueryX, compare);
        var losses = Losses.CrossEntropy(logits, tasks.QueryY);
        var gradients = autograd.grad([losses.mean()], [.. meta], retain_graph: false, create_graph: false);
        return new(losses.detach(), [.. gradients]);
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
            x => Logits(embedding, meta, supportX, classes, x, compare)
        );
    }

    // Support and query go through the embedding together: one call, and one set of statistics where it normalises by
    // the batch, as in Snell's code. With one example a class the support set's own statistics would say little.
    private static Tensor Logits(
        IModel embedding,
        IReadOnlyList<Tensor> meta,
        Tensor supportX,
        Tensor classes,
        Tensor queryX,
        Comparison compare
    )
    {
        var shots = supportX.shape[1];
        var all = embedding.Forward(meta, cat([supportX, queryX], 1));
        // Inputs may be word numbers; embeddings never are.
        return compare(all.narrow(1, 0, shots), classes.to(all.dtype), all.narrow(1, shots, queryX.shape[1]));
    }
}
