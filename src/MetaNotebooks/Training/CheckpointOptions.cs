namespace MetaNotebooks;

/// <summary>
/// Where a training run keeps what it has learned so far, and how often. A run that finds the file goes on from it, and
/// ends with the same bits as one that was never interrupted.
/// </summary>
/// <remarks>
/// The run that wrote the file must have had the same settings: everything that learner, tasks, optimiser and
/// start are set to is compared. What a function computes, or an object of a type of your own, cannot be;
/// where one is among them, the run needs a <see cref="Key"/>.
/// </remarks>
/// <param name="Path">
/// The file, in the safetensors format (see <see cref="TrainingCheckpoint"/>); its folder is made where there is none.
/// One file serves one run at a time.
/// </param>
public sealed record CheckpointOptions(string Path)
{
    /// <summary>
    /// A name of this run that stands for what cannot be compared, such as "decays, k from 0.2 to 2": change
    /// it whenever a function or an object of your own changes. Default null, which does where all is the
    /// kit's own.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>Iterations from one checkpoint to the next, at least 1. Default null: by the clock alone.</summary>
    public int? EveryIterations { get; init; }

    /// <summary>
    /// Seconds from one checkpoint to the next, at least 0. Default 30, which is what a killed run loses; null: by
    /// iterations alone. A run also writes one at its start, at its end and when it is cancelled.
    /// </summary>
    public double? EverySeconds { get; init; } = 30;
}
