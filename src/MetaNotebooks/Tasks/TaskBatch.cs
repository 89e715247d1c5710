using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>T tasks at once: every tensor has the task dimension in front. Learners never loop over tasks.</summary>
public sealed class TaskBatch
{
    /// <summary>Puts a batch together and checks that its parts fit.</summary>
    /// <param name="supportX">Inputs to adapt on, <c>[T, k, …]</c>.</param>
    /// <param name="supportY">Their targets, <c>[T, k, …]</c>.</param>
    /// <param name="queryX">Inputs to be judged on, <c>[T, q, …]</c>; q is independent of k.</param>
    /// <param name="queryY">Their targets, <c>[T, q, …]</c>.</param>
    /// <param name="truth">The noise-free function of each task, <c>[T, n, …] → [T, n, …]</c>, where one is known.</param>
    public TaskBatch(
        Tensor supportX,
        Tensor supportY,
        Tensor queryX,
        Tensor queryY,
        Func<Tensor, Tensor>? truth = null
    )
    {
        (SupportX, SupportY, QueryX, QueryY, Truth) = (supportX, supportY, queryX, queryY, truth);
        Tasks = (int)Require.Batched(supportX, nameof(supportX))[0];
        Require.Leading(supportY, nameof(supportY), Tasks, supportX.shape[1]);
        Require.Leading(queryX, nameof(queryX), Tasks, Require.Batched(queryX, nameof(queryX))[1]);
        Require.Leading(queryY, nameof(queryY), Tasks, queryX.shape[1]);
    }

    /// <summary>Inputs of the support set, <c>[T, k, …]</c>.</summary>
    public Tensor SupportX { get; }

    /// <summary>Targets of the support set, <c>[T, k, …]</c>.</summary>
    public Tensor SupportY { get; }

    /// <summary>Inputs of the query set, <c>[T, q, …]</c>.</summary>
    public Tensor QueryX { get; }

    /// <summary>Targets of the query set, <c>[T, q, …]</c>.</summary>
    public Tensor QueryY { get; }

    /// <summary>The function behind each task, <c>[T, n, …] → [T, n, …]</c>; null where there is none.</summary>
    public Func<Tensor, Tensor>? Truth { get; }

    /// <summary>How many tasks, T.</summary>
    public int Tasks { get; }
}
