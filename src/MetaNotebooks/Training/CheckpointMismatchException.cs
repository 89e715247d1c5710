namespace MetaNotebooks;

/// <summary>A checkpoint is of a run with other settings, so this run cannot go on from it.</summary>
/// <param name="path">The checkpoint.</param>
/// <param name="field">The first field that differs, such as "learner.Model.Sizes".</param>
/// <param name="saved">Its value in the file.</param>
/// <param name="given">Its value now.</param>
/// <param name="others">How many more fields differ.</param>
public sealed class CheckpointMismatchException(
    string path,
    string field,
    string saved,
    string given,
    int others = 0
)
    : IOException(
        $"{path} is the checkpoint of another run: {field} is {saved} in the file and {given} now"
            + (others > 0 ? $" ({others} more differ)" : "")
            + ". Train with the file's settings, or give another path."
    )
{
    /// <summary>The checkpoint.</summary>
    public string Path { get; } = path;

    /// <summary>The first field that differs.</summary>
    public string Field { get; } = field;

    /// <summary>Its value in the file.</summary>
    public string Saved { get; } = saved;

    /// <summary>Its value now.</summary>
    public string Given { get; } = given;
}
