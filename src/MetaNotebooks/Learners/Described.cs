using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>What learners that read descriptions say where there are none.</summary>
internal static class Described
{
    public static Tensor Of(TaskBatch tasks)
    {
        var descriptions = tasks.Descriptions;
        if (descriptions is null || descriptions.dim() != 3)
            throw new ArgumentException(
                "tasks.Descriptions is "
                    + (descriptions is null ? "null" : $"[{string.Join(", ", descriptions.shape)}]")
                    + "; expected descriptions of the classes, Int64 [T, way, length].",
                nameof(tasks)
            );
        return descriptions;
    }

    /// <summary>The error of adapting by a support set alone, after those of a support set that is wrong itself.</summary>
    public static IAdaptation Missing(Tensor supportX, Tensor supportY, int steps)
    {
        Require.AtLeast(steps, 0, nameof(steps));
        var shape = Require.Batched(supportX, nameof(supportX));
        Require.Leading(supportY, nameof(supportY), shape[..2]);
        throw new ArgumentException(
            "A support set has no descriptions; expected tasks with them: AdaptTo(meta, tasks, steps).",
            nameof(supportX)
        );
    }
}
