using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Fine-tuning with a cosine head (Chen et al. 2019, "A closer look at few-shot classification"), as EasyFSL defines it: the
/// embedding is frozen, the classes' means are the head's first weights, and Adam brings down the cross-entropy of the
/// support set's cosines. Each inner step is a step of Adam; EasyFSL takes 200.
/// </summary>
/// <remarks>
/// Support and query are embedded apart, since the head is fitted before a query is known. In training the embedding
/// learns as <see cref="SimpleShot"/>'s does, by the head before fine-tuning.
/// </remarks>
/// <param name="Embedding">The embedding, <c>[T, n, …] → [T, n, d]</c>.</param>
public sealed record FineTunedPrototypes(IModel Embedding) : ILearner
{
    /// <summary>Adam's rate, above 0. Default 1e-4 (EasyFSL's).</summary>
    public double Rate { get; init; } = 1e-4;

    /// <summary>What cosines are multiplied by for the cross-entropy, above 0. Default 1 (EasyFSL's).</summary>
    public double Temperature { get; init; } = 1;

    /// <inheritdoc/>
    public string Name => "fine-tuned prototypes";

    /// <inheritdoc/>
    public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32) => Embedding.Init(seed, dtype);

    /// <inheritdoc/>
    public MetaGradient MetaGradient(Parameters meta, TaskBatch tasks) =>
        new SimpleShot(Embedding).MetaGradient(meta, tasks);

    /// <inheritdoc/>
    public IAdaptation Adapt(Parameters meta, Tensor supportX, Tensor supportY, int steps)
    {
        Require.AtLeast(steps, 0, nameof(steps));
        Require.Positive(Temperature, nameof(Temperature));
        Require.Parameters(Embedding, meta, nameof(meta));
        using var scope = NewDisposeScope();
        var classes = SupportLabels.OneHot(supportX, supportY);
        var support = Embedding.Forward(meta, supportX).detach();
        var head = Parameters.Of(("means", ClassMeans.Of(support, classes.to(support.dtype))));
        IInnerRule adam = new AdamStep(Rate);
        var rho = adam.Init(head.Shapes, 0, support.dtype);
        var state = adam.Begin(rho, head);
        var heads = new List<Parameters> { head };
        for (var step = 0; step < steps; step++)
        {
            Tensor? losses = null;
            var slopes = Gradient.Of(
                Name,
                head,
                own => (losses = Losses.CrossEntropy.Of(Logits(support, own), supportY)).sum()
            );
            (head, state) = adam.Step(rho, head, new(losses!.detach(), slopes), state);
            heads.Add(head);
        }
        scope.MoveToOuter([.. heads.SelectMany(one => one)]);
        return new Fitted(heads, supportX, (at, x) => Logits(Embedding.Forward(meta, x), at).detach());
    }

    private Tensor Logits(Tensor features, Parameters head) =>
        Temperature * Cosines.Between(features, head["means"]);

    private sealed record Fitted(
        IReadOnlyList<Parameters> Heads,
        Tensor SupportX,
        Func<Parameters, Tensor, Tensor> Logits
    ) : IAdaptation
    {
        public int Steps => Heads.Count - 1;

        public Tensor Predict(int step, Tensor x)
        {
            Require.Query(step, Steps, x, SupportX.shape[0]);
            Require.Alike(x, nameof(x), SupportX, nameof(SupportX));
            return Logits(Heads[step], x);
        }
    }
}
