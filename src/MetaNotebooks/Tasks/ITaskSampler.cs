namespace MetaNotebooks;

/// <summary>Answers "what is a task?": a family that tasks are drawn from.</summary>
public interface ITaskSampler
{
    /// <summary>Draws tasks. The same seed and count give the same tasks on every machine.</summary>
    /// <param name="seed">Where the randomness comes from; give <c>seed.At(i)</c> for the i-th batch.</param>
    /// <param name="tasks">How many, T; at least 1.</param>
    TaskBatch Sample(Seed seed, int tasks);
}
