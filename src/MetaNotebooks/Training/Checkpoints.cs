using System.Diagnostics;

namespace MetaNotebooks;

/// <summary>The checkpoints of one training run: the one it goes on from, and when the next is due.</summary>
/// <param name="options">Where and how often.</param>
/// <param name="configuration">What is trained how.</param>
internal sealed class Checkpoints(
    CheckpointOptions options,
    IReadOnlyDictionary<string, string> configuration
)
{
    private long written = Stopwatch.GetTimestamp();

    /// <summary>The iteration of the checkpoint that is on the disk; null where there is none.</summary>
    public int? Kept { get; private set; }

    /// <summary>What is trained how.</summary>
    public IReadOnlyDictionary<string, string> Configuration => configuration;

    /// <summary>What is on the disk, a sentence for messages.</summary>
    public string Standing =>
        Kept is { } iteration
            ? $"The checkpoint of iteration {iteration} is kept in {Path}; another training can start from its Meta."
            : "";

    private string Path => options.Path;

    /// <summary>The checkpoint to go on from; null where there is none yet.</summary>
    /// <param name="iterations">Iterations in all; a run that has done more already is another run.</param>
    public TrainingCheckpoint? Resume(int iterations)
    {
        Require.AtLeast(options.EveryIterations ?? 1, 1, nameof(options.EveryIterations));
        if (!(options.EverySeconds is null or >= 0))
            throw new ArgumentOutOfRangeException(
                nameof(options.EverySeconds),
                $"EverySeconds is {options.EverySeconds}; expected at least 0."
            );
        if (!File.Exists(Path))
            return null;
        var found = TrainingCheckpoint.Load(Path);
        var differences = Differences(found.Configuration).ToList();
        if (found.Iteration > iterations)
            differences.Add(("iterations done", $"{found.Iteration}", $"at most {iterations}"));
        if (differences is [var (field, saved, given), .. var others])
            throw new CheckpointMismatchException(Path, field, saved, given, others.Count);
        Kept = found.Iteration;
        return found;
    }

    /// <summary>Whether the time for a checkpoint has come.</summary>
    public bool Due(int iteration) =>
        iteration - Kept >= options.EveryIterations
        || Stopwatch.GetElapsedTime(written).TotalSeconds >= options.EverySeconds;

    /// <summary>Puts a checkpoint in the place of the one before.</summary>
    public void Save(TrainingCheckpoint checkpoint)
    {
        try
        {
            if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path)) is { } folder)
                Directory.CreateDirectory(folder);
            checkpoint.Save(Path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CheckpointWriteException(Path, checkpoint.Iteration, Kept, error);
        }
        (Kept, written) = (checkpoint.Iteration, Stopwatch.GetTimestamp());
    }

    private IEnumerable<(string Field, string Saved, string Given)> Differences(
        IReadOnlyDictionary<string, string> saved
    ) =>
        configuration
            .Keys.Union(saved.Keys)
            .Select(field =>
                (
                    field,
                    saved.GetValueOrDefault(field, "not set"),
                    configuration.GetValueOrDefault(field, "not set")
                )
            )
            .Where(pair => pair.Item2 != pair.Item3);
}
