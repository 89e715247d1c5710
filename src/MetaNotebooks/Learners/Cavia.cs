namespace MetaNotebooks;

/// <summary>
/// CAVIA, "fast context adaptation via meta-learning" (Zintgraf et al. 2019, algorithm 1): the inner loop moves a few
/// context numbers, which begin at 0 in every task; the network that reads them is learned across tasks.
/// </summary>
/// <remarks>
/// The paper's sinusoid protocol: <c>new Contextual(5, new Mlp(6, 40, 40, 1))</c>, the defaults here, 25 tasks of 10 points,
/// <see cref="Adam"/> 1e-3, 50,000 iterations. Its program limits each task's share of the meta-gradient to ±10, number
/// by number; this one does not.
/// </remarks>
public static class Cavia
{
    /// <summary>CAVIA with its full meta-gradient; its meta-parameters are the network's, without the context.</summary>
    /// <param name="model">A network with a context.</param>
    /// <param name="loss">Inner and outer loss.</param>
    /// <param name="innerRate">Inner learning rate α, above 0. Default 1 (the paper's).</param>
    /// <param name="steps">Inner steps while training; default 1.</param>
    public static AdaptiveLearner Create(
        Contextual model,
        TaskLoss loss,
        double innerRate = 1,
        int steps = 1
    ) =>
        new(
            "CAVIA",
            model,
            loss,
            new HeadOnly(new GradientStep(innerRate), "context"),
            steps,
            new ThroughAdaptation(Derivatives.Second)
        )
        {
            Start = Start.LearnedBut("context"),
        };
}
