using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// The gradient of a weighted sum of the losses after every inner step, Σ_s w_s L(θ_s) on the QUERY set, through the
/// adaptation: MAML++'s "multi-step loss optimisation" (Antoniou et al. 2019, equation 3). Steps that are asked for a good
/// loss each give a steadier gradient than one that is passed through all of them.
/// </summary>
/// <param name="Weights">
/// w_1 … w_S, one an inner step, each finite; null, the default, is 1/S each. <see cref="Annealed"/> gives the paper's.
/// </param>
/// <param name="Derivatives">Second order, the default, or first order.</param>
public sealed record MultiStepLoss(
    IReadOnlyList<double>? Weights = null,
    Derivatives Derivatives = Derivatives.Second
) : IMetaGradientEstimator
{
    // What the paper's program leaves to a step before the last, as a share of 1/S.
    private const double Least = 0.03;

    /// <summary>
    /// The paper's weights: equal at first, in the end nearly all on the last step. Train in a few parts, each with the
    /// weights of its progress.
    /// </summary>
    /// <param name="steps">Inner steps, S; at least 1.</param>
    /// <param name="progress">How far the change is, 0 to 1 (the paper ends it after 10 of its 100 epochs).</param>
    public static IReadOnlyList<double> Annealed(int steps, double progress)
    {
        Require.AtLeast(steps, 1, nameof(steps));
        if (!(progress is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(
                nameof(progress),
                $"progress is {progress}; expected a number from 0 to 1."
            );
        var early = Math.Max(1 - progress, Least) / steps;
        return [.. Enumerable.Repeat(early, steps - 1), 1 - (steps - 1) * early];
    }

    /// <inheritdoc/>
    public MetaGradient Estimate(AdaptiveLearner learner, Parameters meta, TaskBatch tasks)
    {
        Require.AtLeast(learner.Steps, 1, nameof(learner.Steps));
        var weights = Weights ?? [.. Enumerable.Repeat(1.0 / learner.Steps, learner.Steps)];
        if (weights.Count != learner.Steps || !weights.All(double.IsFinite))
            throw new ArgumentException(
                $"Weights are [{string.Join(", ", weights)}]; expected {learner.Steps} finite numbers, one an inner step "
                    + $"of {learner.Name}.",
                nameof(Weights)
            );
        return Gradient.OfMean(
            learner.Name,
            meta,
            tasks.Tasks,
            own =>
            {
                var (theta, rho) = learner.Parts(own, tasks);
                var run = Adaptation.Run(
                    learner.Model,
                    learner.Loss,
                    learner.Rule,
                    theta,
                    rho,
                    tasks.SupportX,
                    tasks.SupportY,
                    learner.Steps,
                    Derivatives
                );
                var each = run.Losses(learner.Loss, tasks.QueryX, tasks.QueryY)[1..];
                return (each * tensor(weights.ToArray(), each.dtype).unsqueeze(1)).sum([0L]);
            }
        );
    }
}
