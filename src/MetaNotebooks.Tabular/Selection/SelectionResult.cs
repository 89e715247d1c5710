namespace MetaNotebooks;

/// <summary>What a model selection gives.</summary>
/// <param name="Winner">The candidate chosen, with its adjusted setting.</param>
/// <param name="Model">The winner fitted to all points given for choosing.</param>
/// <param name="Trials">All that was tried, in order.</param>
/// <param name="Trainings">Trainings spent: one a fold of each trial, and the last.</param>
/// <param name="Stop">Why it ended.</param>
/// <param name="TestLoss">The criterion on the test points, which are looked at once, after everything is chosen.</param>
public sealed record SelectionResult(
    Candidate Winner,
    Fitted Model,
    IReadOnlyList<SelectionTrial> Trials,
    int Trainings,
    SelectionStop Stop,
    double TestLoss
);
