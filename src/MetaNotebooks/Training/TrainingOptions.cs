using System.Text.Json.Serialization;

namespace MetaNotebooks;

/// <summary>How long and how to train.</summary>
public sealed record TrainingOptions
{
    /// <summary>
    /// Outer iterations in all, at least 0. Default 1000. A run with a checkpoint can be given more later and goes on,
    /// unless its optimiser's schedule ends with them (<see cref="LinearDecay"/>): that would be another run.
    /// </summary>
    public int Iterations { get; init; } = 1000;

    /// <summary>Tasks an iteration, at least 1. Default 25 (the MAML paper's for sinusoids).</summary>
    public int MetaBatch { get; init; } = 25;

    /// <summary>The outer update rule. Default Adam with rate 1e-3.</summary>
    public IOptimiser Optimiser { get; init; } = new Adam();

    /// <summary>Where the tasks and the initial parameters come from. Default 0.</summary>
    public Seed Seed { get; init; } = 0;

    /// <summary>Where to keep what was learned so far, and to go on from; null (default): nowhere.</summary>
    public CheckpointOptions? Checkpoint { get; init; }

    /// <summary>
    /// The workers that share each iteration's tasks, see <see cref="WorkerGroup.Join"/>; null (default): none do. The tasks
    /// are summed in other parts with workers than without, so that the last digits differ between these two, but not with
    /// the number of workers. A <see cref="MetaNetwork"/>, whose inner step is one for all tasks, takes one for each part.
    /// </summary>
    [JsonIgnore]
    public WorkerGroup? Workers { get; init; }

    /// <summary>
    /// With workers, the parts that the tasks of an iteration are computed in, at least 1; more workers than parts have
    /// nothing to do. Default 4. The last digits depend on it.
    /// </summary>
    public int Shards { get; init; } = 4;

    /// <summary>Called after every iteration, on the training thread, with workers by the first alone; null for none.</summary>
    [JsonIgnore]
    public Action<TrainingProgress>? Progress { get; init; }
}
