namespace MetaNotebooks;

/// <summary>
/// MAML++ (Antoniou, Edwards, Storkey 2019, "How to train your MAML"): MAML with a loss after every step, rates for each
/// layer and step, and normalisation for each step. Every part can be left out, to see what it is worth.
/// </summary>
public static class MamlPlusPlus
{
    /// <summary>MAML++; its meta-parameters are θ, and what is learned of the rule as the part "rule".</summary>
    /// <param name="model">The model.</param>
    /// <param name="loss">Inner and outer loss.</param>
    /// <param name="innerRate">Every rate at the start, above 0. Default 0.1 (the paper's).</param>
    /// <param name="steps">Inner steps while training. Default 5 (the paper's).</param>
    /// <param name="everyStepsLoss">
    /// Whether the outer loss is the mean over all steps (<see cref="MultiStepLoss"/>). Default true.
    /// </param>
    /// <param name="stepRates">Whether rates are learned (<see cref="StepRates"/>). Default true.</param>
    /// <param name="stepNormalisation">
    /// Whether "scale" and "shift" are learned for each step (<see cref="StepParameters"/>), for a model that has them.
    /// Default false. What is learned of a rule is learned whole: without <paramref name="stepRates"/>, its one rate too.
    /// </param>
    public static AdaptiveLearner Create(
        IModel model,
        TaskLoss loss,
        double innerRate = 0.1,
        int steps = 5,
        bool everyStepsLoss = true,
        bool stepRates = true,
        bool stepNormalisation = false
    )
    {
        IInnerRule rule = stepRates ? new StepRates(innerRate, steps) : new GradientStep(innerRate);
        return new(
            "MAML++",
            model,
            loss,
            stepNormalisation ? new StepParameters(rule, steps, ["scale", "shift"]) : rule,
            steps,
            everyStepsLoss ? new MultiStepLoss() : new ThroughAdaptation(Derivatives.Second)
        )
        {
            LearnsRule = stepRates || stepNormalisation,
        };
    }
}
