namespace MetaNotebooks;

/// <summary>How a learner does on tasks it was not trained on, after each inner step.</summary>
/// <param name="Learner">The learner's name.</param>
/// <param name="Values">The metric of each task after each step, <c>[steps + 1][tasks]</c>.</param>
public sealed record Evaluation(string Learner, IReadOnlyList<IReadOnlyList<double>> Values)
{
    /// <summary>Mean and 95 % confidence interval over tasks after each step, step 0 (not adapted) first.</summary>
    public IReadOnlyList<Interval> PerStep { get; } = [.. Values.Select(tasks => Interval.Of([.. tasks]))];
}
