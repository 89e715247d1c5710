namespace MetaNotebooks;

/// <summary>
/// Where a training run keeps what it has learned so far, and how often. A run that finds the file goes on from it, and
/// ends with the same bits as one that was never interrupted.
/// </summary>
/// <remarks>
/// The run that wrote the file must have had the same settings: everything that learner, tasks and optimiser hold in
/// their fields is compared, and what a function has captured. The code of functions and classes is not, nor what that
/// code takes from elsewhere; give another path where you change it.
/// </remarks>
/// <param name="Path">
/// The file, in the safetensors format (see <see cref="TrainingCheckpoint"/>); its folder is made where there is none.
/// One file serves one run at a time.
/// </param>
public sealed record CheckpointOptions(string Path)
{
    /// <summary>Iterations from one checkpoint to the next, at least 1. Default null: by the clock alone.</summary>
    public int? EveryIterations { get; init; }

    /// <summary>
    /// Seconds from one checkpoint to the next, at least 0. Default 30, which is what a killed run loses; null: by
    /// iterations alone. A run also writes one at its start, at its end and when it is cancelled.
    /// </summary>
    public double? EverySeconds { get; init; } = 30;
}
