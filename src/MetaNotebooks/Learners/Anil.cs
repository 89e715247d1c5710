namespace MetaNotebooks;

/// <summary>
/// ANIL, "almost no inner loop" (Raghu et al. 2020): MAML whose inner loop moves the last layer only. The body is
/// learned across tasks, through the head's adaptation, and stays still within one.
/// </summary>
public static class Anil
{
    /// <summary>ANIL with its full meta-gradient.</summary>
    /// <param name="model">The model.</param>
    /// <param name="loss">Inner and outer loss.</param>
    /// <param name="innerRate">Inner learning rate α, above 0.</param>
    /// <param name="steps">Inner steps while training; default 1.</param>
    /// <param name="head">The part of the model that moves; default "head", its last layer.</param>
    public static AdaptiveLearner Create(
        IModel model,
        TaskLoss loss,
        double innerRate,
        int steps = 1,
        string head = "head"
    ) =>
        new(
            "ANIL",
            model,
            loss,
            new HeadOnly(new GradientStep(innerRate), head),
            steps,
            new ThroughAdaptation(Derivatives.Second)
        );
}
