using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// What a training run depends on, as texts by field, so that two runs can be compared. How many iterations it has is
/// not of it, as a run may be made longer; an optimiser that depends on that (<see cref="LinearDecay"/>) says so itself.
/// </summary>
internal static class TrainingConfiguration
{
    public static OrderedDictionary<string, string> Of(
        ILearner learner,
        ITaskSampler tasks,
        TrainingOptions options,
        IReadOnlyList<Tensor>? start,
        IReadOnlyList<Tensor> initial
    )
    {
        var fields = new OrderedDictionary<string, string>();
        foreach (
            var (name, value) in ((string, object?)[])
                [
                    ("learner", learner),
                    ("learner's name", learner.Name),
                    ("tasks", tasks),
                    ("optimiser", options.Optimiser),
                    ("meta-batch", options.MetaBatch),
                    ("seed", options.Seed.Value),
                    // The shapes even where the parameters are drawn: they are the model's, whatever it is made of.
                    ("shapes", initial.Select(Shape).ToArray()),
                    ("start", start?.ToArray() ?? (object)"drawn from the seed"),
                ]
        )
            Settings.Describe(name, value, fields);
        return fields;
    }

    private static string Shape(Tensor part) => $"{part.dtype} [{string.Join(", ", part.shape)}]";
}
