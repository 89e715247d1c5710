namespace MetaNotebooks;

/// <summary>
/// Model-agnostic meta-learning (Finn, Abbeel, Levine 2017; errata page, D4.2–D4.3): learn initial parameters from which a few
/// gradient steps on a task's support set do well on its query set.
/// </summary>
public static class Maml
{
    /// <summary>MAML with its full meta-gradient.</summary>
    /// <param name="model">The model.</param>
    /// <param name="loss">Inner and outer loss.</param>
    /// <param name="innerRate">Inner learning rate α, above 0.</param>
    /// <param name="steps">Inner steps while training; default 1.</param>
    public static AdaptiveLearner Create(IModel model, TaskLoss loss, double innerRate, int steps = 1) =>
        new(
            "MAML",
            model,
            loss,
            new GradientStep(innerRate),
            steps,
            new ThroughAdaptation(Derivatives.Second)
        );

    /// <summary>First-order MAML: the inner gradients count as constants.</summary>
    /// <inheritdoc cref="Create"/>
    public static AdaptiveLearner CreateFirstOrder(
        IModel model,
        TaskLoss loss,
        double innerRate,
        int steps = 1
    ) =>
        new(
            "first-order MAML",
            model,
            loss,
            new GradientStep(innerRate),
            steps,
            new ThroughAdaptation(Derivatives.First)
        );
}
