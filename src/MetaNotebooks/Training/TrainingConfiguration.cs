using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// What a training run depends on, as texts by field, so that two runs can be compared. The number of iterations is left
/// out, since a run may be made longer; an optimiser that depends on it (<see cref="LinearDecay"/>) says so itself.
/// </summary>
internal static class TrainingConfiguration
{
    // Descriptions of another version are not compared with those of this one.
    private const string Version = "3";

    public static IReadOnlyDictionary<string, string> Of(
        ILearner learner,
        ITaskSampler tasks,
        TrainingOptions options,
        Parameters? start,
        Parameters initial
    )
    {
        var key = options.Checkpoint?.Key;
        if (key is not null && string.IsNullOrWhiteSpace(key))
            throw new ArgumentException(
                "The checkpoint's Key is blank; expected a name of this run, or null.",
                nameof(options)
            );
        var run = new RunDescription();
        run.Add("description", Version);
        run.Add("key", key);
        run.Add("learner", learner);
        run.Add("learner's name", learner.Name);
        run.Add("tasks", tasks);
        run.Add("optimiser", options.Optimiser);
        run.Add("meta-batch", options.MetaBatch);
        run.Add("seed", options.Seed);
        if (options.Workers is not null)
            run.Add("shards", options.Shards);
        // The shapes even where the parameters are drawn: they are the model's, whatever it is made of.
        run.Add("shapes", KitParts.All(initial.Names.Zip(initial, Shape)));
        run.Add("start", start is null ? "drawn from the seed" : KitParts.All(start));
        if (key is null && run.Unknown.Count > 0)
            throw new ArgumentException(
                $"{Listed(run.Unknown)}, which the kit cannot compare between runs: give CheckpointOptions a "
                    + "Key, a name of this run that you change whenever that changes."
            );
        return run.Fields;
    }

    private static string Listed(IReadOnlyList<string> all) =>
        all.Count == 1 ? all[0] : $"{string.Join(", ", all.SkipLast(1))} and {all[^1]}";

    private static string Shape(string name, Tensor part) =>
        $"{name} {part.dtype} [{string.Join(", ", part.shape)}]";
}
