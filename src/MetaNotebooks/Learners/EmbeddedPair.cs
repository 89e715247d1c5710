using MetaNotebooks.Acceleration;
using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>What learners share that embed support and query examples and compare them.</summary>
internal static class EmbeddedPair
{
    /// <summary>Logits <c>[T, q, way]</c> from embedded support <c>[T, k, d]</c>, its classes <c>[T, k, way]</c>, embedded queries <c>[T, q, d]</c>.</summary>
    public delegate Tensor Comparison(Tensor support, Tensor classes, Tensor query);

    public static MetaGradient MetaGradient(
        string name,
        IModel embedding,
        Parameters meta,
        TaskBatch tasks,
        Comparison compare
    )
    {
        Require.Parameters(embedding, meta, nameof(meta));
        var classes = SupportLabels.OneHot(tasks.SupportX, tasks.SupportY);
        var all = Together(tasks.SupportX, tasks.QueryX);
        if (Refusal(embedding, meta, all) is { } refusal)
            return Gradients(meta, own => embedding.Forward(own, all)) with { NotBy = [refusal] };
        using var embedded = new ConvolutionEmbedding((Conv4)embedding, meta, all);
        var byFeatures = Gradients(Parameters.Of(("features", embedded.Features)), own => own["features"]);
        return new(byFeatures.Losses, embedded.Backward(byFeatures.Gradients[0], meta))
        {
            By = Computation.Convolution,
        };

        MetaGradient Gradients(Parameters by, Func<Parameters, Tensor> features) =>
            Gradient.OfMean(
                name,
                by,
                tasks.Tasks,
                own => Losses.CrossEntropy.Of(Logits(features(own), classes, compare), tasks.QueryY)
            );
    }

    private static string? Refusal(IModel embedding, Parameters meta, Tensor images)
    {
        if (!Kernels.AreOn)
            return Kernels.AreOff;
        var problem = embedding is not Conv4 blocks
            ? $"the embedding is {embedding.GetType().Name}; expected {nameof(Conv4)}"
            : ConvolutionKernel.Problem("the support and query images", blocks, images)
                ?? PlainNumbers.Problem("meta", meta, embedding.Shapes);
        return problem is null ? null : $"{Computation.Convolution}: {problem}";
    }

    public static IAdaptation Adapt(
        IModel embedding,
        Parameters meta,
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
    private static Tensor Together(Tensor supportX, Tensor queryX) => Held.Cat([supportX, queryX], 1);

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
