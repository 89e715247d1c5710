using MetaNotebooks.Acceleration;
using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// What learners share that embed support and query examples and compare them. What is learned is the embedding, and in
/// some a few numbers of the comparison, as the part "solver".
/// </summary>
/// <param name="Name">The learner's name.</param>
/// <param name="Embedding">The embedding, <c>[T, n, …] → [T, n, d]</c>.</param>
/// <param name="Compare">How embedded examples are compared.</param>
/// <param name="Solver">Names and shapes of what the comparison learns; null where it learns nothing.</param>
internal sealed record EmbeddedPair(
    string Name,
    IModel Embedding,
    EmbeddedPair.Comparison Compare,
    ParameterShapes? Solver = null
)
{
    /// <summary>
    /// Logits <c>[T, q, way]</c> from the comparison's own parameters, embedded support <c>[T, k, d]</c>, its classes
    /// <c>[T, k, way]</c> and embedded queries <c>[T, q, d]</c>.
    /// </summary>
    public delegate Tensor Comparison(Parameters solver, Tensor support, Tensor classes, Tensor query);

    private const string SolverPart = "solver";

    /// <summary>A comparison that learns nothing.</summary>
    public EmbeddedPair(string name, IModel embedding, Func<Tensor, Tensor, Tensor, Tensor> compare)
        : this(name, embedding, (_, support, classes, query) => compare(support, classes, query)) { }

    /// <summary>What is learned, from the embedding's parameters and the comparison's.</summary>
    public static Parameters Whole(Parameters embedding, Parameters solver) =>
        Parameters.Join(("", embedding), (SolverPart, solver));

    public MetaGradient MetaGradient(Parameters meta, TaskBatch tasks)
    {
        var (body, solver) = Parts(meta);
        var classes = SupportLabels.OneHot(tasks.SupportX, tasks.SupportY);
        var all = Together(tasks.SupportX, tasks.QueryX);
        if (Refusal(body, all) is { } refusal)
            return Gradients(meta, own => Logits(own, Embedding.Forward(Own(own), all), classes)) with
            {
                NotBy = [refusal],
            };
        using var embedded = new ConvolutionEmbedding((Conv4)Embedding, body, all);
        var by = Gradients(
            Whole(Parameters.Of(("features", embedded.Features)), solver),
            own => Logits(own, own["features"], classes)
        );
        return by with
        {
            Gradients = Whole(
                embedded.Backward(by.Gradients["features"], body),
                by.Gradients.PartOrEmpty(SolverPart)
            ),
            By = Computation.Convolution,
        };

        MetaGradient Gradients(Parameters of, Func<Parameters, Tensor> logits) =>
            Gradient.OfMean(Name, of, tasks.Tasks, own => Losses.CrossEntropy.Of(logits(own), tasks.QueryY));
    }

    public IAdaptation Adapt(Parameters meta, Tensor supportX, Tensor supportY, int steps)
    {
        Require.AtLeast(steps, 0, nameof(steps));
        var (body, _) = Parts(meta);
        var classes = SupportLabels.OneHot(supportX, supportY);
        return new ComparingAdaptation(
            steps,
            classes.shape[2],
            supportX,
            x => Logits(meta, Embedding.Forward(body, Together(supportX, x)), classes)
        );
    }

    private string? Refusal(Parameters body, Tensor images)
    {
        if (!Kernels.AreOn)
            return Kernels.AreOff;
        var problem = Embedding is not Conv4 blocks
            ? $"the embedding is {Embedding.GetType().Name}; expected {nameof(Conv4)}"
            : ConvolutionKernel.Problem("the support and query images", blocks, images)
                ?? PlainNumbers.Problem("meta", body, Embedding.Shapes);
        return problem is null ? null : $"{Computation.Convolution}: {problem}";
    }

    private (Parameters Body, Parameters Solver) Parts(Parameters meta)
    {
        ArgumentNullException.ThrowIfNull(meta);
        if (Solver is null)
        {
            Require.Parameters(Embedding, meta, nameof(meta));
            return (meta, Parameters.Empty);
        }
        var solver = meta.PartOrEmpty(SolverPart);
        Require.Shapes(solver, Solver, $"{nameof(meta)} (the part '{SolverPart}')");
        Require.Parameters(Embedding, Own(meta), nameof(meta));
        return (Own(meta), solver);
    }

    private Parameters Own(Parameters meta) =>
        Solver is null ? meta : meta.Only(name => !ParameterNames.IsIn(name, SolverPart));

    // Support and query go through the embedding together: one call, and one set of statistics where it normalises by
    // the batch, as in Snell's code. With one example a class the support set's own statistics would say little.
    private static Tensor Together(Tensor supportX, Tensor queryX) => Held.Cat([supportX, queryX], 1);

    private Tensor Logits(Parameters meta, Tensor features, Tensor classes)
    {
        var (shots, points) = (classes.shape[1], features.shape[1]);
        // Inputs may be word numbers; embeddings never are.
        return Compare(
            Solver is null ? Parameters.Empty : meta.Part(SolverPart),
            features.narrow(1, 0, shots),
            classes.to(features.dtype),
            features.narrow(1, shots, points - shots)
        );
    }
}
