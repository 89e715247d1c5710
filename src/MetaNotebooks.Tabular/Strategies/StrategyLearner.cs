using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Learns which strategy to use for which data set (errata page, D3.1–D3.2) by the nearest neighbours of the data set among
/// those seen, in standardised meta-features: the strategy is taken that did best on average there (as in Brazdil,
/// Soares, da Costa 2003). So a strategy that is best on every data set seen is always taken.
/// </summary>
public sealed record StrategyLearner
{
    /// <summary>How many neighbours, at least 1; all where there are fewer. Default 10.</summary>
    public int Neighbours { get; init; } = 10;

    /// <summary>Learns from data sets on which every strategy was tried.</summary>
    /// <param name="seen">Those data sets.</param>
    public StrategyChooser Fit(StrategyTable seen)
    {
        Require.AtLeast(Neighbours, 1, nameof(Neighbours));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var fitted = Standardisation.Fit(seen.Features.unsqueeze(0)).Map(part => part.squeeze(0));
        // What is the same in all data sets seen adds the same to the distance from each, in any unit: one
        // that can be written to a file.
        var statistics = fitted.With(
            Parameters.Of(("deviation", fitted["deviation"].masked_fill(fitted["deviation"].isinf(), 1)))
        );
        var features = Standardisation.Apply(statistics, seen.Features);
        var performance = seen.Performance.clone();
        var learned = Parameters.Join(
            statistics,
            Parameters.Of(("features", features), ("performance", performance))
        );
        scope.MoveToOuter(learned);
        return new(seen.Strategies, Neighbours, learned);
    }
}
