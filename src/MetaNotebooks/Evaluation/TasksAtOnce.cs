using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// How many tasks are adapted to at once, so that memory does not grow with how many there are to judge on.
/// </summary>
internal static class TasksAtOnce
{
    /// <summary>
    /// What they may take together, in bytes: 16 MiB. What the processor's caches hold is computed with fastest, and fewer
    /// tasks would cost a call into libtorch more often.
    /// </summary>
    public const long Most = 1L << 24;

    /// <summary>The same for tasks of words, of which the estimate is far too high: half a gibibyte.</summary>
    public const long MostOfWords = 1L << 29;

    /// <summary>As many of a batch's tasks as take about so much, at least 1.</summary>
    public static int Of(ILearner learner, Parameters meta, TaskBatch tasks, int steps)
    {
        var most = AreWords(tasks) ? MostOfWords : Most;
        return (int)Math.Clamp(most / Math.Max(1, Bytes(learner, meta, tasks, steps)), 1, tasks.Tasks);
    }

    /// <summary>
    /// An estimate of the bytes that one task takes: what its layers make of each point (an image as large as
    /// it came in, a channel for each filter; a number for each unit of a dense layer, of words for each
    /// word), and its parameters after every step.
    /// </summary>
    public static long Bytes(ILearner learner, Parameters meta, TaskBatch tasks, int steps)
    {
        var model = (learner as AdaptiveLearner)?.Model;
        var shapes = model?.Shapes ?? meta.Shapes;
        var filters = shapes
            .Where(shape => shape.Length == 4)
            .Select(shape => shape[0])
            .DefaultIfEmpty(1)
            .Max();
        var units = shapes.Where(shape => shape.Length == 2).Sum(shape => shape[1]);
        var (points, numbers) = Sizes(tasks);
        var size = Math.Max(sizeof(float), meta.Select(part => part.ElementSize).DefaultIfEmpty(0).Max());
        var parameters = model?.Shapes.Numbers ?? 0;
        return size
            * (numbers * filters + (AreWords(tasks) ? numbers : points) * units + parameters * (steps + 1L));
    }

    private static bool AreWords(TaskBatch tasks) => !tasks.SupportX.is_floating_point();

    // Of one task, support and query together: how many points, and how many numbers their inputs are.
    private static (long Points, long Numbers) Sizes(TaskBatch tasks)
    {
        var points = tasks.SupportX.shape[1] + tasks.QueryX.shape[1];
        var each = tasks.SupportX.shape[2..].Aggregate(1L, (n, d) => n * d);
        return (points, points * each);
    }
}
