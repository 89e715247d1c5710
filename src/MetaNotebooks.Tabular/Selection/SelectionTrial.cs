namespace MetaNotebooks;

/// <summary>One candidate at one setting, evaluated.</summary>
/// <param name="Candidate">The candidate, with the setting that was tried.</param>
/// <param name="Round">0 when candidates were compared, then the round of adjustment, from 1.</param>
/// <param name="Scores">The criterion on each fold's validation points; infinite where training diverged.</param>
/// <param name="StandardError">Standard error of their mean: over folds, or over the points held out of a single split.</param>
public sealed record SelectionTrial(
    Candidate Candidate,
    int Round,
    IReadOnlyList<double> Scores,
    double StandardError
)
{
    /// <summary>Mean over folds.</summary>
    public double Mean => Scores.Average();
}
