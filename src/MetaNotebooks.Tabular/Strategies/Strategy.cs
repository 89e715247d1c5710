using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// A way to learn from a labelled table (errata page, D3.1): which features, which model, which optimiser with which rate and
/// how long, which regularisation.
/// </summary>
/// <param name="Features">The features.</param>
/// <param name="Hidden">Sizes of the network's hidden layers; none is a linear model.</param>
/// <param name="Optimiser">The optimiser with its rate, on all points at once.</param>
/// <param name="Iterations">Its iterations, at least 1.</param>
/// <param name="Strength">λ of the weights' squares, at least 0.</param>
public sealed record Strategy(
    FeatureSet Features,
    IReadOnlyList<int> Hidden,
    IOptimiser Optimiser,
    int Iterations,
    double Strength
)
{
    /// <summary>Name for tables and charts, such as "quadratic, linear, λ = 0.01".</summary>
    public string Name { get; init; } =
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Features.Name}, {(Hidden.Count == 0 ? "linear" : string.Join("-", Hidden))}, λ = {Strength}"
        );

    /// <summary>Fits T data sets at once, minimising the cross-entropy.</summary>
    /// <param name="x">Inputs <c>[T, n, d]</c>.</param>
    /// <param name="y">Classes, int64 <c>[T, n]</c>.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="seed">Where initial parameters come from.</param>
    /// <returns>Models whose predictions are logits <c>[T, n, classes]</c>.</returns>
    public Fitted Fit(Tensor x, Tensor y, int classes, Seed seed)
    {
        Require.AtLeast(Iterations, 1, nameof(Iterations));
        Require.Table(x, nameof(x));
        Require.Leading(y, nameof(y), x.shape[..2]);
        Require.Classes(y, nameof(y), classes);
        if (!(Strength >= 0) || double.IsInfinity(Strength))
            throw new ArgumentOutOfRangeException(
                nameof(Strength),
                $"Strength is {Strength}; expected a finite number of at least 0."
            );
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var outer = Standardisation.Fit(x);
        var standard = Standardisation.Apply(outer, x);
        var chosen = Features.Fit(standard, y);
        var features = Features.Apply(chosen, standard);
        var inner = Standardisation.Fit(features);
        var inputs = Standardisation.Apply(inner, features);
        var model = new Mlp([(int)features.shape[2], .. Hidden, classes]);
        var theta = FullBatch.Train(
            model,
            Losses.CrossEntropy,
            model.Init(seed, x.dtype),
            inputs,
            y,
            Optimiser,
            Iterations,
            Strength
        );
        var parameters = Parameters.Join(
            ("inputs", outer),
            ("features", chosen),
            ("standardised", inner),
            ("model", theta)
        );
        scope.MoveToOuter(parameters);
        return new(
            parameters,
            (all, given) =>
            {
                var standard = Standardisation.Apply(all.Part("inputs"), given);
                var seen = Features.Apply(all.PartOrEmpty("features"), standard);
                return model.Forward(
                    all.Part("model"),
                    Standardisation.Apply(all.Part("standardised"), seen)
                );
            }
        );
    }
}
