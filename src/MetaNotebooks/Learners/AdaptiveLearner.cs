using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// A learner that adapts a model's parameters by an inner rule: the composition of the kit's three axes, what is learned
/// (<see cref="Start"/> and <see cref="LearnsRule"/>), how a task is adapted to (<see cref="Rule"/>), and how what is
/// learned is improved (<see cref="Outer"/>). MAML and its relatives are named values of this record.
/// </summary>
/// <remarks>
/// The meta-parameters are the model's initial parameters under the model's own names, where they are learned, and the
/// rule's tensors ρ as the part "rule", where these are.
/// </remarks>
/// <param name="Name">Name for tables and charts.</param>
/// <param name="Model">What is adapted.</param>
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
    private const string RulePart = "rule";

    /// <summary>Where adaptations start. Default <see cref="Start.Learned"/>.</summary>
    public Start Start { get; init; } = Start.Learned;

    /// <summary>Whether the rule's tensors ρ are learned too. Default false: they stay as the rule has them at first.</summary>
    public bool LearnsRule { get; init; }

    /// <summary>The same learner under another name, such as one that says what a run varied.</summary>
    /// <param name="name">The name.</param>
    public AdaptiveLearner Named(string name) => this with { Name = name };

    /// <summary>The same learner with another start.</summary>
    /// <param name="start">Where adaptations start.</param>
    public AdaptiveLearner From(Start start) => this with { Start = start };

    /// <summary>The same learner with another number of inner steps while training.</summary>
    /// <param name="steps">At least 0.</param>
    public AdaptiveLearner WithSteps(int steps) => this with { Steps = steps };

    /// <summary>The same learner with another inner rule.</summary>
    /// <param name="rule">How a task is adapted to.</param>
    /// <param name="learned">Whether the rule's tensors are learned; default null, as before.</param>
    public AdaptiveLearner WithRule(IInnerRule rule, bool? learned = null) =>
        this with
        {
            Rule = rule,
            LearnsRule = learned ?? LearnsRule,
        };

    /// <inheritdoc/>
    public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32) =>
        Whole(() => Model.Init(seed, dtype), () => Rule.Init(Model.Shapes, seed.Split(RulePart), dtype));

    /// <inheritdoc/>
    public MetaGradient MetaGradient(Parameters meta, TaskBatch tasks) => Outer.Estimate(this, meta, tasks);

    /// <summary>Adapts to T new tasks; the result's trajectory holds the parameters after every step.</summary>
    /// <inheritdoc cref="ILearner.Adapt"/>
    public Adaptation Adapt(Parameters meta, Tensor supportX, Tensor supportY, int steps)
    {
        var (theta, rho) = PartsOf(meta, (null, 0, (int)Require.Batched(supportX, nameof(supportX))[0]));
        return Adaptation.Run(Model, Loss, Rule, theta, rho, supportX, supportY, steps);
    }

    /// <summary>Adapts to the tasks of a batch; random starts are the batch's own.</summary>
    /// <inheritdoc cref="ILearner.AdaptTo"/>
    public Adaptation AdaptTo(Parameters meta, TaskBatch tasks, int steps)
    {
        var (theta, rho) = Parts(meta, tasks);
        return Adaptation.Run(Model, Loss, Rule, theta, rho, tasks.SupportX, tasks.SupportY, steps);
    }

    IAdaptation ILearner.AdaptTo(Parameters meta, TaskBatch tasks, int steps) => AdaptTo(meta, tasks, steps);

    IAdaptation ILearner.Adapt(Parameters meta, Tensor supportX, Tensor supportY, int steps) =>
        Adapt(meta, supportX, supportY, steps);

    /// <summary>
    /// What the adaptations to a batch's tasks work with, as a function of what is learned: a derivative by the
    /// meta-parameters passes through it.
    /// </summary>
    /// <param name="meta">Meta-parameters.</param>
    /// <param name="tasks">The tasks.</param>
    /// <returns>The model's parameters before the first step, shared or <c>[T, …]</c>, and the rule's tensors.</returns>
    public (Parameters Theta, Parameters Rho) Parts(Parameters meta, TaskBatch tasks) =>
        PartsOf(meta, (tasks.Seed, tasks.First, tasks.Tasks));

    /// <summary>What belongs to the meta-parameters, such as a gradient, from what belongs to θ and to ρ.</summary>
    internal Parameters Whole(Func<Parameters> ofTheta, Func<Parameters> ofRho)
    {
        if (Model.Shapes.Names.Any(name => ParameterNames.IsIn(name, RulePart)))
            throw new ArgumentException(
                $"The model's parameters are {Model.Shapes.Listed}; expected none in a part '{RulePart}', which is the "
                    + "inner rule's.",
                nameof(Model)
            );
        var theta = Start.IsLearned ? ofTheta().Only(Start.Learns) : Parameters.Empty;
        return LearnsRule ? Parameters.Join(("", theta), (RulePart, ofRho())) : theta;
    }

    private (Parameters Theta, Parameters Rho) PartsOf(
        Parameters meta,
        (Seed? Batch, int First, int Count) tasks
    )
    {
        ArgumentNullException.ThrowIfNull(meta);
        var theta = Start.IsLearned
            ? meta.Only(name => !ParameterNames.IsIn(name, RulePart))
            : Parameters.Empty;
        var dtype = meta.Count > 0 ? meta[0].dtype : ScalarType.Float32;
        var rho = Rule.Init(Model.Shapes, 0, dtype);
        if (LearnsRule)
        {
            var learned = meta.PartOrEmpty(RulePart);
            Require.Shapes(learned, rho.Shapes, $"{nameof(meta)} (the part '{RulePart}')");
            rho = learned;
        }
        if (meta.Count != theta.Count + (LearnsRule ? rho.Count : 0))
            throw new ArgumentException(
                $"meta is {meta}; {Name} learns {(Start.IsLearned ? Model.Shapes.Only(Start.Learns) : LearnsRule ? rho.Shapes : "nothing")}.",
                nameof(meta)
            );
        theta = Start.Theta(Model, theta, tasks, dtype);
        Require.Parameters(Model, theta, nameof(meta));
        return (theta, rho);
    }
}
