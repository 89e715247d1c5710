namespace MetaNotebooks.Protocols;

/// <summary>A learner with the way it is trained.</summary>
/// <param name="Learner">The learner.</param>
/// <param name="Train">The episodes it trains on.</param>
/// <param name="Options">How long and how; 0 iterations where nothing is learned.</param>
/// <param name="Steps">Inner steps when it is judged.</param>
internal sealed record Entrant(ILearner Learner, NWayKShot Train, TrainingOptions Options, int Steps);
