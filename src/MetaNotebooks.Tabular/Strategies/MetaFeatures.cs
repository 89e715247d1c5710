using MetaNotebooks.Native;
using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// What can be said of a labelled data set without training: its sizes, the balance of its classes, how much its
/// features tell of them, and landmarks, the accuracies of quick models (Pfahringer et al. 2000). The language that a
/// <see cref="StrategyLearner"/> reads data sets in (errata page, D3.2).
/// </summary>
public static class MetaFeatures
{
    private const double LandmarkStrength = 1e-2;

    /// <summary>Names of the meta-features, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "log points",
        "log features",
        "log points a feature",
        "class balance",
        "mean correlation with class",
        "largest correlation with class",
        "mean correlation of products with class",
        "largest correlation of products with class",
        "mean correlation between features",
        "nearest neighbour",
        "linear model",
        "quadratic model",
    ];

    /// <summary>Describes T data sets by their labelled points alone.</summary>
    /// <param name="x">Inputs <c>[T, n, d]</c>, n at least 2.</param>
    /// <param name="y">Classes, int64 <c>[T, n]</c>.</param>
    /// <returns>Meta-features <c>[T, 12]</c>, float64, as <see cref="Names"/>.</returns>
    public static Tensor Of(Tensor x, Tensor y)
    {
        Check(x, y);
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var inputs = Standardised(x);
        var (tasks, n, d) = (x.shape[0], x.shape[1], x.shape[2]);
        var quadratic = Standardised(FeatureSet.Quadratic.Apply(Parameters.Empty, inputs));
        var linear = CorrelationRatio(inputs, y);
        var products = CorrelationRatio(quadratic.narrow(2, d, quadratic.shape[2] - d), y);
        var share = Shares(y).mean([1]);
        var balance =
            -(share * share.clamp_min(1e-300).log()).sum([1L]) / Math.Log(Math.Max(2, share.shape[1]));
        var correlations = matmul(inputs.transpose(1, 2), inputs).abs() / n;
        Tensor Everywhere(double value) => full([tasks], value, ScalarType.Float64);
        var all = Held.Stack(
            [
                Everywhere(Math.Log(n)),
                Everywhere(Math.Log(d)),
                Everywhere(Math.Log(n / (double)d)),
                balance,
                linear.mean([1]),
                linear.amax([1]),
                products.mean([1]),
                products.amax([1]),
                // Off the diagonal, whose d entries are 1 (0 for a constant feature).
                (correlations.sum([1L, 2L]) - correlations.diagonal(0, 1, 2).sum([1L]))
                    / Math.Max(1, d * (d - 1)),
                NearestNeighbour(inputs, y),
                RidgeLandmark(inputs, y),
                RidgeLandmark(quadratic, y),
            ],
            1
        );
        scope.MoveToOuter(all);
        return all;
    }

    /// <summary>
    /// Share of each feature's variance that lies between the classes' means (Fisher's η²), 0 to 1; 0 for a
    /// feature that is constant but for rounding.
    /// </summary>
    /// <param name="x">Inputs <c>[T, n, d]</c>.</param>
    /// <param name="y">Classes, int64 <c>[T, n]</c>.</param>
    /// <returns>Ratios <c>[T, d]</c>.</returns>
    public static Tensor CorrelationRatio(Tensor x, Tensor y)
    {
        Check(x, y);
        var member = Shares(y).to(x.dtype);
        // A ratio does not depend on the unit, so that of each feature may be its own deviation: the sum of
        // squares is the number of points then, whatever the unit was.
        var standard = Standardisation.Apply(Standardisation.Fit(x), x);
        var counts = member.sum([1L]).unsqueeze(-1);
        var means = matmul(member.transpose(1, 2), standard) / counts.clamp_min(1);
        return (counts * means.square()).sum([1L]) / x.shape[1];
    }

    /// <summary>Leave-one-out accuracy of the nearest neighbour, <c>[T]</c>.</summary>
    private static Tensor NearestNeighbour(Tensor x, Tensor y)
    {
        var distances = Distances.Squared(x, x);
        distances += full([x.shape[1]], double.MaxValue / 2, ScalarType.Float64).diag();
        return y.gather(1, distances.argmin(-1)).eq(y).to(ScalarType.Float64).mean([1]);
    }

    // Leaving a point out of a linear smoother changes its prediction from ŷ to (ŷ − hy)/(1 − h), h its leverage.
    private static Tensor RidgeLandmark(Tensor x, Tensor y)
    {
        var (n, d) = (x.shape[1], x.shape[2]);
        var transposed = x.transpose(1, 2);
        // Inputs are centred, so the mean is a smoother of its own with leverage 1/n.
        var gram = matmul(transposed, x) / n + LandmarkStrength * eye(d, dtype: ScalarType.Float64);
        var smoother = matmul(x, linalg.solve(gram, transposed)) / n + 1.0 / n;
        var target = Shares(y);
        var leverage = smoother.diagonal(0, 1, 2).unsqueeze(-1);
        var left = (matmul(smoother, target) - leverage * target) / (1 - leverage).clamp_min(1e-9);
        return Losses.Right(left, y).mean([1]);
    }

    // In double precision; whether a feature is constant but for rounding is judged in the type that it came
    // in.
    private static Tensor Standardised(Tensor x) =>
        Standardisation.Apply(Standardisation.Fit(x, ScalarType.Float64), x.to(ScalarType.Float64));

    private static Tensor Shares(Tensor y) => nn.functional.one_hot(y).to(ScalarType.Float64);

    private static void Check(Tensor x, Tensor y)
    {
        Require.Table(x, nameof(x));
        Require.Leading(y, nameof(y), x.shape[..2]);
        Require.Classes(y, nameof(y), long.MaxValue);
        Require.AtLeast(x.shape[1], 2, "points");
    }
}
