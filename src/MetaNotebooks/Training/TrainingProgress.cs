namespace MetaNotebooks;

/// <summary>Where a training run stands.</summary>
/// <param name="Iteration">Iterations done, from 1.</param>
/// <param name="Iterations">Iterations in all.</param>
/// <param name="Loss">Mean outer loss of this iteration's tasks.</param>
public readonly record struct TrainingProgress(int Iteration, int Iterations, double Loss)
{
    /// <summary>What computed this iteration's meta-gradient.</summary>
    public Computation By { get; init; }
}
