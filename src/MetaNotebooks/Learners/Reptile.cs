namespace MetaNotebooks;

/// <summary>
/// Reptile (Nichol, Achiam, Schulman 2018): train on a task by plain gradient descent, then move the initial parameters
/// towards where that ended.
/// </summary>
/// <remarks>
/// The paper's sinusoid protocol: <c>Mlp(1, 64, 64, 1)</c> with tanh, <see cref="Sinusoids.Reptile"/>, the defaults
/// here, one task an iteration, and <see cref="LinearDecay"/> of <c>Sgd(0.1)</c> over 30,000 iterations.
/// </remarks>
public static class Reptile
{
    /// <summary>Reptile; give the trainer <see cref="Sgd"/>, whose rate is the paper's outer step ε.</summary>
    /// <param name="model">The model.</param>
    /// <param name="loss">Inner loss.</param>
    /// <param name="innerRate">Inner learning rate, above 0. Default 0.02.</param>
    /// <param name="steps">Inner steps while training. Default 5: one epoch of 50 points, 10 at a time.</param>
    /// <param name="minibatch">Points an inner step; null for all. Default 10.</param>
    public static AdaptiveLearner Create(
        IModel model,
        TaskLoss loss,
        double innerRate = 0.02,
        int steps = 5,
        int? minibatch = 10
    ) => new("Reptile", model, loss, new GradientStep(innerRate), steps, new ParameterDifference(minibatch));
}
