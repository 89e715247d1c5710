namespace MetaNotebooks;

/// <summary>One candidate at one setting, evaluated.</summary>
/// <param name="Candidate">The candidate, with the setting that was tried.</param>
/// <param name="Round">0 when candidates were compared, then the round of adjustment, from 1.</param>
/// <param name="Scores">The criterion on each fold's validation points; infinite where training diverged.</param>
public sealed record SelectionTrial(Candidate Candidate, int Round, IReadOnlyList<double> Scores)
{
    /// <summary>Mean over folds.</summary>
    public double Mean => Scores.Average();

    /// <summary>Standard error of the mean; 0 for a single fold.</summary>
    public double StandardError =>
        Scores.Count < 2
            ? 0
            : Math.Sqrt(Scores.Sum(s => (s - Mean) * (s - Mean)) / (Scores.Count - 1) / Scores.Count);
}
