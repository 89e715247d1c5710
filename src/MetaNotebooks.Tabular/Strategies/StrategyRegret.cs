namespace MetaNotebooks;

/// <summary>
/// How far choices of strategies stay behind the oracle, which takes the best strategy of every data set after the
/// fact: means over data sets with 95 % confidence intervals.
/// </summary>
/// <param name="Choices">The strategy chosen for each data set.</param>
/// <param name="Chosen">Regret of the strategies chosen.</param>
/// <param name="SingleBest">Regret of always taking the strategy that was best on the data sets learned from.</param>
/// <param name="Gain">What choosing wins over that, data set by data set; above 0 where its low end is.</param>
public sealed record StrategyRegret(
    IReadOnlyList<int> Choices,
    Interval Chosen,
    Interval SingleBest,
    Interval Gain
);
