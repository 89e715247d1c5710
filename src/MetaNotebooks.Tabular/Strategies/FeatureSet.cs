using System.Text.Json.Serialization;
using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>Which features of a data set a model sees (errata page, D3.1).</summary>
/// <param name="Name">Name for tables and charts.</param>
/// <param name="Knowledge">What it needs to know of T data sets, <c>[T, …]</c> each, from x <c>[T, n, d]</c> and y <c>[T, n]</c>.</param>
/// <param name="Features">The features <c>[T, n, f]</c> of inputs <c>[T, n, d]</c>, given what it knows.</param>
public sealed record FeatureSet(
    string Name,
    [property: JsonIgnore] Func<Tensor, Tensor, Parameters> Knowledge,
    [property: JsonIgnore] Func<Parameters, Tensor, Tensor> Features
)
{
    /// <summary>What it needs to know of T data sets, <c>[T, …]</c> each.</summary>
    /// <param name="x">Inputs <c>[T, n, d]</c>.</param>
    /// <param name="y">Classes, int64 <c>[T, n]</c>.</param>
    public Parameters Fit(Tensor x, Tensor y) => Knowledge(x, y);

    /// <summary>The features <c>[T, n, f]</c>.</summary>
    /// <param name="known">What it knows, of <see cref="Fit"/>.</param>
    /// <param name="x">Inputs <c>[T, n, d]</c>.</param>
    public Tensor Apply(Parameters known, Tensor x) => Features(known, x);

    /// <summary>The inputs as they are.</summary>
    public static FeatureSet Raw { get; } = new("raw", (_, _) => Parameters.Empty, (_, x) => x);

    /// <summary>The inputs, their squares and their products: d + d(d + 1)/2 features.</summary>
    public static FeatureSet Quadratic { get; } =
        new("quadratic", (_, _) => Parameters.Empty, (_, x) => Expand(x));

    /// <summary>The inputs whose means differ most between the classes, by <see cref="MetaFeatures.CorrelationRatio"/>.</summary>
    /// <param name="count">How many, at least 1; all where there are fewer.</param>
    public static FeatureSet Selected(int count)
    {
        Require.AtLeast(count, 1, nameof(count));
        return new(
            $"best {count}",
            (x, y) => Parameters.Of(("best", BestOf(MetaFeatures.CorrelationRatio(x, y), count))),
            (best, x) =>
                x.gather(2, best["best"].unsqueeze(1).expand(x.shape[0], x.shape[1], best["best"].shape[1]))
        );
    }

    private static Tensor BestOf(Tensor ratios, int count) =>
        ratios.argsort(1, descending: true).narrow(1, 0, Math.Min(count, ratios.shape[1]));

    private static Tensor Expand(Tensor x)
    {
        var size = (int)x.shape[2];
        var pairs = Enumerable
            .Range(0, size)
            .SelectMany(i => Enumerable.Range(i, size - i).Select(j => (i, j)));
        var (first, second) = (
            tensor(pairs.Select(pair => (long)pair.i).ToArray()),
            tensor(pairs.Select(pair => (long)pair.j).ToArray())
        );
        return Held.Cat([x, x.index_select(2, first) * x.index_select(2, second)], 2);
    }
}
