using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// The implicit meta-gradient (iMAML; Rajeswaran et al. 2019, equation 6 and algorithm 2): where a task's adaptation has
/// come to rest under a pull λ towards the start, dθ′/dθ = (I + H/λ)⁻¹ with H = ∇²L(θ′) on the support set. So
/// the query loss's gradient is taken at θ′ and multiplied by that inverse, by conjugate gradients. Nothing is kept of the
/// inner steps: memory does not grow with their number.
/// </summary>
/// <param name="Iterations">
/// Iterations of conjugate gradients, each one product of H with a vector; at least 0, which is first-order MAML.
/// Default 5 (the paper's).
/// </param>
public sealed record Implicit(int Iterations = 5) : IMetaGradientEstimator
{
    /// <summary>
    /// δ, at least 0, by which the inverse is (I + H/(λ + δ))⁻¹. Default 0, the paper's; its program has 10 on Omniglot.
    /// Conjugate gradients ask for a positive matrix, and a network's H has directions of negative curvature.
    /// </summary>
    public double Damping { get; init; }

    /// <inheritdoc/>
    public MetaGradient Estimate(AdaptiveLearner learner, Parameters meta, TaskBatch tasks)
    {
        Require.OnlyTheta(learner, this);
        Require.AtLeast(Iterations, 0, nameof(Iterations));
        Require.NotNegative(Damping, nameof(Damping));
        if (learner.Rule is not ProximalStep)
            throw new ArgumentException(
                $"The inner rule of {learner.Name} is {learner.Rule.GetType().Name}; expected {nameof(ProximalStep)}, "
                    + "whose rest the implicit gradient is of.",
                nameof(learner)
            );
        using var scope = NewDisposeScope();
        var (theta, rho) = learner.Parts(meta, tasks);
        var adapted = Adaptation.End(
            learner.Model,
            learner.Loss,
            learner.Rule,
            theta,
            rho,
            tasks.SupportX,
            tasks.SupportY,
            learner.Steps
        );
        Tensor? query = null;
        var slopes = Gradient.Of(
            learner.Name,
            adapted,
            own => (query = Losses(own, tasks.QueryX, tasks.QueryY)).sum()
        );
        var gradients = ConjugateGradients.Solve(Curved, slopes, Iterations).Map(each => each.mean([0L]));
        var losses = query!.detach();
        scope.MoveToOuter([losses, .. gradients]);
        return new(losses, gradients);

        Tensor Losses(Parameters own, Tensor x, Tensor y) =>
            Require.PerTask(learner.Loss.Of(learner.Model.Forward(own, x), y), tasks.Tasks, learner.Name);

        Parameters Slopes(Parameters at) =>
            Gradient.Of(
                learner.Name,
                at,
                own => Losses(own, tasks.SupportX, tasks.SupportY).sum(),
                differentiable: true
            );

        // (I + H/(λ + δ))v, with Hv as the gradient of ∇L·v.
        Parameters Curved(Parameters v)
        {
            using var one = NewDisposeScope();
            var product = Gradient.Of(
                learner.Name,
                adapted,
                own =>
                    Slopes(own)
                        .Zip(v, (slope, each) => (slope * each).sum())
                        .Aggregate((sum, part) => sum + part)
            );
            var curved = v + product / (rho["strength"] + Damping);
            one.MoveToOuter(curved);
            return curved;
        }
    }
}
