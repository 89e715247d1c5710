namespace MetaNotebooks;

/// <summary>
/// Meta-SGD (Li et al. 2017): MAML that learns the inner learning rates too, one for every number of θ, and with them
/// the direction of the update.
/// </summary>
public static class MetaSgd
{
    /// <summary>Meta-SGD; its meta-parameters are θ, and the rates α in the same shapes as the part "rule.rate".</summary>
    /// <param name="model">The model.</param>
    /// <param name="loss">Inner and outer loss.</param>
    /// <param name="initialRate">
    /// Every α at the start, above 0. The paper draws one number from [0.005, 0.1]; default 0.01.
    /// </param>
    /// <param name="steps">Inner steps while training; default 1 (the paper's).</param>
    public static AdaptiveLearner Create(
        IModel model,
        TaskLoss loss,
        double initialRate = 0.01,
        int steps = 1
    ) =>
        new(
            "Meta-SGD",
            model,
            loss,
            new GradientStep(initialRate) { PerParameter = true },
            steps,
            new ThroughAdaptation(Derivatives.Second)
        )
        {
            LearnsRule = true,
        };
}
