namespace MetaNotebooks.Protocols;

/// <summary>A learner with the way it is trained.</summary>
/// <param name="Learner">The learner.</param>
/// <param name="Train">The episodes it trains on.</param>
/// <param name="Stages">How long and how, one after the other (with falling rates, say); none where nothing is learned.</param>
/// <param name="Steps">Inner steps when it is judged.</param>
internal sealed record Entrant(
    ILearner Learner,
    ITaskSampler Train,
    IReadOnlyList<TrainingOptions> Stages,
    int Steps
);
