using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// A meta-learner: an immutable description. What it learns across tasks, its meta-parameters, is passed in.
/// </summary>
public interface ILearner
{
    /// <summary>Name for tables and charts, such as "MAML"; a chart colours by it.</summary>
    string Name { get; }

    /// <summary>Draws initial meta-parameters.</summary>
    /// <param name="seed">Where the randomness comes from.</param>
    /// <param name="dtype">Float32 (default) or Float64.</param>
    Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32);

    /// <summary>How to improve the meta-parameters on a batch of tasks.</summary>
    /// <param name="meta">Meta-parameters; each must require a gradient.</param>
    /// <param name="tasks">The tasks.</param>
    MetaGradient MetaGradient(Parameters meta, TaskBatch tasks);

    /// <summary>Adapts to T new tasks; changes nothing that is learned.</summary>
    /// <param name="meta">Meta-parameters.</param>
    /// <param name="supportX">Support inputs <c>[T, k, …]</c>.</param>
    /// <param name="supportY">Support targets <c>[T, k, …]</c>.</param>
    /// <param name="steps">Inner steps, at least 0.</param>
    IAdaptation Adapt(Parameters meta, Tensor supportX, Tensor supportY, int steps);

    /// <summary>Adapts to T new tasks by all that they tell of themselves; learners that read descriptions need this one.</summary>
    /// <param name="meta">Meta-parameters.</param>
    /// <param name="tasks">The tasks; their query sets are not looked at.</param>
    /// <param name="steps">Inner steps, at least 0.</param>
    IAdaptation AdaptTo(Parameters meta, TaskBatch tasks, int steps) =>
        Adapt(meta, tasks.SupportX, tasks.SupportY, steps);
}
