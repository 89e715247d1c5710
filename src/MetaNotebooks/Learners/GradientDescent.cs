using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>Plain gradient descent, θ ← θ − α∇L(θ) (errata page, D0.4 and D2.3), with its whole path.</summary>
public static class GradientDescent
{
    /// <summary>Runs gradient descent on T problems at once; nothing is learned across them.</summary>
    /// <param name="model">The model.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="theta">Start: shared parameters, or <c>[T, …]</c>.</param>
    /// <param name="x">Inputs <c>[T, n, …]</c>.</param>
    /// <param name="y">Targets <c>[T, n, …]</c>.</param>
    /// <param name="rate">Learning rate α, above 0.</param>
    /// <param name="steps">Steps, at least 0.</param>
    public static Adaptation Run(
        IModel model,
        TaskLoss loss,
        Parameters theta,
        Tensor x,
        Tensor y,
        double rate,
        int steps
    )
    {
        Require.Parameters(model, theta, nameof(theta));
        var rule = new GradientStep(rate);
        var rho = rule.Init(model.Shapes, 0, theta[0].dtype);
        return Adaptation.Run(model, loss, rule, theta, rho, x, y, steps);
    }
}
