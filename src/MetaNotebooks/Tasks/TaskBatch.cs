using System.Text.Json.Serialization;
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
    /// <param name="descriptions">What each task's classes are about, int64 <c>[T, way, length]</c>, where that is told.</param>
    public TaskBatch(
        Tensor supportX,
        Tensor supportY,
        Tensor queryX,
        Tensor queryY,
        Func<Tensor, Tensor>? truth = null,
        Tensor? descriptions = null
    )
    {
        (SupportX, SupportY, QueryX, QueryY, Truth) = (supportX, supportY, queryX, queryY, truth);
        Descriptions = descriptions;
        Tasks = (int)Require.Batched(supportX, nameof(supportX))[0];
        Require.Leading(supportY, nameof(supportY), Tasks, supportX.shape[1]);
        Require.Leading(queryX, nameof(queryX), Tasks, Require.Batched(queryX, nameof(queryX))[1]);
        Require.Leading(queryY, nameof(queryY), Tasks, queryX.shape[1]);
        Require.Alike(queryX, nameof(queryX), supportX, nameof(supportX));
        Require.Alike(queryY, nameof(queryY), supportY, nameof(supportY));
        if (descriptions is not null)
            Require.Leading(descriptions, nameof(descriptions), Tasks);
    }

    // The same parts, which have been checked.
    private TaskBatch(TaskBatch of)
    {
        (SupportX, SupportY, QueryX, QueryY) = (of.SupportX, of.SupportY, of.QueryX, of.QueryY);
        (Truth, Descriptions, Tasks, First) = (of.Truth, of.Descriptions, of.Tasks, of.First);
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
    [JsonIgnore]
    public Func<Tensor, Tensor>? Truth { get; }

    /// <summary>What the function behind each task gives.</summary>
    /// <param name="x">Inputs <c>[T, n, …]</c>, or <c>[1, n, …]</c>, the same for all tasks.</param>
    /// <returns>Targets without noise, <c>[T, n, …]</c>.</returns>
    /// <exception cref="InvalidOperationException">No function is known.</exception>
    public Tensor TruthAt(Tensor x) =>
        Truth is null
            ? throw new InvalidOperationException(
                "These tasks have no Truth, as those of data and parts of a batch; expected a batch as it was drawn."
            )
            : Truth(x);

    /// <summary>A description of each class in words, int64 <c>[T, way, length]</c>; null where there is none.</summary>
    public Tensor? Descriptions { get; }

    /// <summary>How many tasks, T.</summary>
    public int Tasks { get; }

    /// <summary>
    /// What the tasks were drawn with. What a learner draws for the tasks besides, such as random starts or
    /// the order of minibatches, comes from it, so that another batch has others. Samplers set it, and so do
    /// <see cref="Trainer"/> and <see cref="Evaluator"/>, with what they drew by; default that of number 0.
    /// </summary>
    public Seed Seed { get; init; }

    /// <summary>
    /// The place of the first task among those that were drawn with <see cref="Seed"/>; 0 but in a part.
    /// </summary>
    public int First { get; private init; }

    /// <summary>A seed for one task alone, the same in whichever part of the batch it is.</summary>
    /// <param name="task">Which, from 0.</param>
    public Seed SeedOf(int task) => Seed.At((long)First + task);

    /// <summary>The same tasks, drawn with a seed.</summary>
    /// <param name="seed">The seed.</param>
    public TaskBatch DrawnWith(Seed seed) => new(this) { Seed = seed };

    /// <summary>The same tasks by other points: all that is known of the tasks besides is kept.</summary>
    /// <inheritdoc cref="TaskBatch(Tensor, Tensor, Tensor, Tensor, Func{Tensor, Tensor}?, Tensor?)"/>
    public TaskBatch With(Tensor supportX, Tensor supportY, Tensor queryX, Tensor queryY) =>
        new(supportX, supportY, queryX, queryY, Truth, Descriptions) { Seed = Seed, First = First };

    /// <summary>
    /// Some of the tasks, one after another, without their <see cref="Truth"/>, which is of all of them.
    /// </summary>
    /// <param name="first">The first, from 0.</param>
    /// <param name="count">How many.</param>
    public TaskBatch Part(int first, int count)
    {
        Tensor Of(Tensor all) => all.narrow(0, first, count);
        return new(
            Of(SupportX),
            Of(SupportY),
            Of(QueryX),
            Of(QueryY),
            descriptions: Descriptions is null ? null : Of(Descriptions)
        )
        {
            Seed = Seed,
            First = First + first,
        };
    }
}
