namespace MetaNotebooks;

/// <summary>
/// The same tasks every time, whatever the seed: for tuning on given problems, each with training data
/// (support) and validation data (query), instead of on a family.
/// </summary>
/// <param name="Batch">The tasks.</param>
public sealed record FixedTasks(TaskBatch Batch) : ITaskSampler
{
    /// <inheritdoc/>
    public TaskBatch Sample(Seed seed, int tasks)
    {
        if (tasks != Batch.Tasks)
            throw new ArgumentOutOfRangeException(
                nameof(tasks),
                $"tasks is {tasks}; expected {Batch.Tasks}, all that there are."
            );
        return Batch.DrawnWith(seed);
    }
}
