namespace MetaNotebooks.Acceleration;

/// <summary>A meta-gradient whose derivatives are written out for one kind of learner, in place of automatic differentiation.</summary>
internal interface IMetaGradientKernel
{
    /// <summary>What it is called on results.</summary>
    Computation Computation { get; }

    /// <summary>Why it cannot compute this meta-gradient, in words; null where it can.</summary>
    /// <inheritdoc cref="Estimate"/>
    string? Refusal(AdaptiveLearner learner, Parameters theta, Parameters rho, TaskBatch tasks);

    /// <summary>The meta-gradient, where nothing is refused.</summary>
    /// <param name="learner">Model, loss, inner rule and steps.</param>
    /// <param name="theta">The model's parameters before the first step (<see cref="AdaptiveLearner.Parts"/>).</param>
    /// <param name="rho">The rule's tensors.</param>
    /// <param name="tasks">The tasks.</param>
    /// <param name="derivatives">Second or first order.</param>
    MetaGradient Estimate(
        AdaptiveLearner learner,
        Parameters theta,
        Parameters rho,
        TaskBatch tasks,
        Derivatives derivatives
    );
}
