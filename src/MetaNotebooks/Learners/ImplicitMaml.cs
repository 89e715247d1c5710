namespace MetaNotebooks;

/// <summary>
/// iMAML (Rajeswaran et al. 2019): MAML whose adaptation is pulled back to the start, and whose meta-gradient asks only
/// where the adaptation ended.
/// </summary>
public static class ImplicitMaml
{
    /// <summary>iMAML; its meta-gradient is exact where the inner steps have come to rest.</summary>
    /// <param name="model">The model.</param>
    /// <param name="loss">Inner and outer loss.</param>
    /// <param name="innerRate">Inner learning rate α, above 0.</param>
    /// <param name="strength">The pull λ, above 0. Default 2 (the paper's, on Omniglot).</param>
    /// <param name="steps">Inner steps while training. Default 16 (the paper's, 5-way).</param>
    /// <param name="iterations">Iterations of conjugate gradients. Default 5 (the paper's).</param>
    /// <param name="damping">δ of <see cref="Implicit.Damping"/>. Default 0.</param>
    public static AdaptiveLearner Create(
        IModel model,
        TaskLoss loss,
        double innerRate,
        double strength = 2,
        int steps = 16,
        int iterations = 5,
        double damping = 0
    ) =>
        new(
            "iMAML",
            model,
            loss,
            new ProximalStep(innerRate, strength),
            steps,
            new Implicit(iterations) { Damping = damping }
        );
}
