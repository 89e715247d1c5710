using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// A gradient step whose rate is another one for each tensor of the model and each inner step, to be learned: MAML++'s
/// "per-layer per-step learning rates" (Antoniou et al. 2019, section 4). ρ is "rate.head.weight" and so on, <c>[steps]</c> each;
/// the last goes on where a learner takes more steps.
/// </summary>
/// <param name="Rate">Initial α of all, above 0.</param>
/// <param name="Steps">Inner steps with rates of their own, at least 1.</param>
public sealed record StepRates(double Rate, int Steps) : IInnerRule
{
    /// <inheritdoc/>
    public Parameters Init(ParameterShapes shapes, Seed seed, ScalarType dtype = ScalarType.Float32)
    {
        Require.Positive(Rate, nameof(Rate));
        Require.AtLeast(Steps, 1, nameof(Steps));
        return Parameters.Join(("rate", shapes.Make((_, _) => full([Steps], Rate, dtype))));
    }

    /// <summary>The number of steps taken.</summary>
    /// <inheritdoc/>
    public Parameters Begin(Parameters rho, Parameters theta) => StepCount.Begin(theta[0].dtype);

    /// <inheritdoc/>
    public (Parameters Theta, Parameters State) Step(
        Parameters rho,
        Parameters theta,
        SupportLoss support,
        Parameters state
    ) =>
        (
            theta - rho.Part("rate").Map(rates => StepCount.Of(state, rates)) * support.Gradients,
            StepCount.Next(state)
        );
}
