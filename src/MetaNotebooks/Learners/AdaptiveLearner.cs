using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// A learner that adapts a model's parameters by an inner rule: the composition of the kit's three axes. MAML and its
/// relatives are named values of this record.
/// </summary>
/// <param name="Name">Name for tables and charts.</param>
/// <param name="Model">What is adapted; its initial parameters θ are learned.</param>
/// <param name="Loss">Inner and outer loss.</param>
/// <param name="Rule">How a task is adapted to.</param>
/// <param name="Steps">Inner steps while training; at least 0.</param>
/// <param name="Outer">How what is learned is improved.</param>
public sealed record AdaptiveLearner(
    string Name,
    IModel Model,
    TaskLoss Loss,
    IInnerRule Rule,
    int Steps,
    IMetaGradientEstimator Outer
) : ILearner
{
    /// <summary>Whether the rule's tensors ρ are learned too, behind θ in the meta-parameters. Default false.</summary>
    public bool LearnsRule { get; init; }

    /// <summary>The same learner under another name, such as one that says what a run varied.</summary>
    /// <param name="name">The name.</param>
    public AdaptiveLearner Named(string name) => this with { Name = name };

    /// <summary>Initial parameters that are given and not learned. Default null: θ is learned.</summary>
    public IReadOnlyList<Tensor>? Start { get; init; }

    /// <summary>
    /// Where the tasks' starts are drawn from, in a learner that learns no initial parameters; null (default)
    /// where θ is learned. Every task of every batch starts elsewhere: where a batch was drawn with a seed
    /// (<see cref="TaskBatch.Seed"/>), its i-th task starts at <c>Model.Init(start.Split(seed).At(i))</c>.
    /// Support sets that are given alone come of no batch: the i-th starts at <c>Model.Init(start.At(i))</c>.
    /// </summary>
    public Seed? RandomStart { get; init; }

    private bool LearnsStart => Start is null && RandomStart is null;

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Init(Seed seed, ScalarType dtype = ScalarType.Float32)
    {
        IReadOnlyList<Tensor> theta = LearnsStart ? Model.Init(seed, dtype) : [];
        return LearnsRule ? [.. theta, .. Rule.Init(Model.Shapes, seed.Split("rule"), dtype)] : theta;
    }

    /// <inheritdoc/>
    public MetaGradient MetaGradient(IReadOnlyList<Tensor> meta, TaskBatch tasks)
    {
        var (theta, rho) = Split(meta, tasks.Tasks, StartsOf(tasks), tasks.First);
        return Outer.Estimate(this, theta, rho, meta, tasks);
    }

    /// <summary>Adapts to T new tasks; the result's trajectory holds the parameters after every step.</summary>
    /// <inheritdoc cref="ILearner.Adapt"/>
    public Adaptation Adapt(IReadOnlyList<Tensor> meta, Tensor supportX, Tensor supportY, int steps)
    {
        var (theta, rho) = Split(meta, Require.Batched(supportX, nameof(supportX))[0], RandomStart);
        return Adaptation.Run(Model, Loss, Rule, theta, rho, supportX, supportY, steps);
    }

    /// <summary>Adapts to the tasks of a batch; random starts are the batch's own.</summary>
    /// <inheritdoc cref="ILearner.AdaptTo"/>
    public Adaptation AdaptTo(IReadOnlyList<Tensor> meta, TaskBatch tasks, int steps)
    {
        var (theta, rho) = Split(meta, tasks.Tasks, StartsOf(tasks), tasks.First);
        return Adaptation.Run(Model, Loss, Rule, theta, rho, tasks.SupportX, tasks.SupportY, steps);
    }

    IAdaptation ILearner.AdaptTo(IReadOnlyList<Tensor> meta, TaskBatch tasks, int steps) =>
        AdaptTo(meta, tasks, steps);

    IAdaptation ILearner.Adapt(IReadOnlyList<Tensor> meta, Tensor supportX, Tensor supportY, int steps) =>
        Adapt(meta, supportX, supportY, steps);

    private Seed? StartsOf(TaskBatch tasks) => RandomStart?.Split(tasks.Seed);

    private (IReadOnlyList<Tensor> Theta, IReadOnlyList<Tensor> Rho) Split(
        IReadOnlyList<Tensor> meta,
        long tasks,
        Seed? starts,
        int first = 0
    )
    {
        var count = LearnsStart ? Model.Shapes.Count : 0;
        IReadOnlyList<Tensor> theta = Start ?? [.. meta.Take(count)],
            rule = [.. meta.Skip(count)];
        if (RandomStart is null)
            Require.Parameters(Model, theta, nameof(meta));
        var dtype = meta.Count > 0 ? meta[0].dtype : ScalarType.Float32;
        var rho = Rule.Init(Model.Shapes, 0, dtype);
        if (LearnsRule)
            Require.Shapes(rule, [.. rho.Select(r => r.shape)], $"{nameof(meta)} (the rule's part)");
        else if (rule.Count > 0)
            throw new ArgumentException(
                $"meta has {meta.Count} tensors; {Name} learns {count}.",
                nameof(meta)
            );
        return (starts is { } seed ? Starts(seed, first, tasks, dtype) : theta, LearnsRule ? rule : rho);
    }

    private IReadOnlyList<Tensor> Starts(Seed seed, int first, long tasks, ScalarType dtype)
    {
        var each = Enumerable.Range(first, (int)tasks).Select(t => Model.Init(seed.At(t), dtype)).ToArray();
        return [.. Model.Shapes.Select((_, i) => Held.Stack(each.Select(theta => theta[i])))];
    }
}
