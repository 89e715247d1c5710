namespace MetaNotebooks;

/// <summary>
/// What the literature calls Meta-LSTM (Ravi and Larochelle 2017, "Optimization as a model for few-shot learning"; row
/// D4.8): initial parameters and the update itself are learned, the update as an LSTM over the inner steps. Not the
/// documents' own Meta-LSTM (errata page, D4.6), which reads a task's description.
/// </summary>
public static class LstmOptimiser
{
    /// <summary>The LSTM optimiser with its start θ₀; the meta-parameters are θ₀ and the rule's ρ.</summary>
    /// <param name="model">The model.</param>
    /// <param name="loss">Inner and outer loss.</param>
    /// <param name="steps">Inner steps while training; default 5 (the paper's for 5 shots).</param>
    /// <param name="hidden">Size of the shared LSTM; default 20 (the paper's).</param>
    public static AdaptiveLearner Create(IModel model, TaskLoss loss, int steps = 5, int hidden = 20) =>
        new(
            "LSTM optimiser",
            model,
            loss,
            new LstmStep(hidden),
            steps,
            new ThroughAdaptation(Derivatives.First)
        )
        {
            LearnsRule = true,
        };
}
