using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// The baseline that learns nothing: a query is of the class of the support example nearest to it in the inputs
/// themselves (Euclidean; pixels, for images). It has no meta-parameters, so its meta-gradient is empty and
/// training it changes nothing.
/// </summary>
public sealed record NearestNeighbour : ILearner
{
    /// <inheritdoc/>
    public string Name => "nearest neighbour";

    /// <summary>No tensors.</summary>
    /// <inheritdoc/>
    public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32) => Parameters.Empty;

    /// <inheritdoc/>
    public MetaGradient MetaGradient(Parameters meta, TaskBatch tasks)
    {
        var adaptation = Adapt(meta, tasks.SupportX, tasks.SupportY, 1);
        return new(
            Losses.CrossEntropy.Of(adaptation.Predict(1, tasks.QueryX), tasks.QueryY),
            Parameters.Empty
        );
    }

    /// <inheritdoc/>
    public IAdaptation Adapt(Parameters meta, Tensor supportX, Tensor supportY, int steps)
    {
        Require.AtLeast(steps, 0, nameof(steps));
        if (meta.Count > 0)
            throw new ArgumentException($"meta is {meta}; expected no parameters.", nameof(meta));
        var classes = SupportLabels.OneHot(supportX, supportY);
        return new ComparingAdaptation(
            steps,
            classes.shape[2],
            supportX,
            x => Logits(supportX.flatten(2), classes, x.flatten(2))
        );
    }

    /// <summary>Minus the squared distance of each query to the nearest example of each class.</summary>
    /// <param name="support">Support examples <c>[T, k, d]</c>.</param>
    /// <param name="classes">Which class each is of, 0 or 1, <c>[T, k, way]</c>.</param>
    /// <param name="query">Queries <c>[T, q, d]</c>.</param>
    /// <returns>Logits <c>[T, q, way]</c>.</returns>
    public static Tensor Logits(Tensor support, Tensor classes, Tensor query)
    {
        var distances = Distances.Squared(query, support).unsqueeze(-1);
        // An example is nowhere near a class that it is not of. However far examples lie apart, no number is
        // that far.
        return -distances.masked_fill(classes.eq(0).unsqueeze(1), double.PositiveInfinity).amin([2]);
    }
}
