namespace MetaNotebooks;

/// <summary>A checkpoint could not be written; the one before it, where there was one, is as it was.</summary>
/// <param name="path">The checkpoint.</param>
/// <param name="iteration">The iteration after which it was to be written.</param>
/// <param name="kept">The iteration of the checkpoint that is there; null where there is none.</param>
/// <param name="cause">What the system said.</param>
public sealed class CheckpointWriteException(string path, int iteration, int? kept, Exception cause)
    : IOException(
        $"{path}: the checkpoint of iteration {iteration} could not be written: {cause.Message} "
            + (kept is { } before ? $"That of iteration {before} is kept." : "There is none before it."),
        cause
    )
{
    /// <summary>The checkpoint.</summary>
    public string Path { get; } = path;

    /// <summary>The iteration after which it was to be written.</summary>
    public int Iteration { get; } = iteration;

    /// <summary>The iteration of the checkpoint that is there; null where there is none.</summary>
    public int? Kept { get; } = kept;
}
