using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Adam (Kingma and Ba 2015, algorithm 1) as an inner rule: the hand-made optimiser that learned ones are compared with.
/// The rate is a tensor, ρ is the "rate" α: one for all tasks, or one for each, <c>[T, 1, 1]</c>, to try many at once.
/// </summary>
/// <param name="Rate">Initial α, above 0.</param>
/// <param name="Beta1">Decay of the first moment, in [0, 1). Default 0.9.</param>
/// <param name="Beta2">Decay of the second moment, in [0, 1). Default 0.999.</param>
/// <param name="Epsilon">Added to the root of the second moment, above 0. Default 1e-8.</param>
public sealed record AdamStep(double Rate, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8)
    : IInnerRule
{
    /// <inheritdoc/>
    public Parameters Init(ParameterShapes shapes, Seed seed, ScalarType dtype = ScalarType.Float32)
    {
        Require.Positive(Rate, nameof(Rate));
        Require.Positive(Epsilon, nameof(Epsilon));
        Require.Fraction(Beta1, nameof(Beta1));
        Require.Fraction(Beta2, nameof(Beta2));
        return Parameters.Of(("rate", tensor(Rate, dtype)));
    }

    /// <summary>The powers β₁ᵗ and β₂ᵗ, and of each parameter the "first" and the "second" moment.</summary>
    /// <inheritdoc/>
    public Parameters Begin(Parameters rho, Parameters theta)
    {
        var one = tensor(1.0, theta[0].dtype);
        return State(one, one, theta.Zeros(), theta.Zeros());
    }

    /// <inheritdoc/>
    public (Parameters Theta, Parameters State) Step(
        Parameters rho,
        Parameters theta,
        SupportLoss support,
        Parameters state
    )
    {
        var (power1, power2) = (state["power1"] * Beta1, state["power2"] * Beta2);
        var first = Beta1 * state.Part("first") + (1 - Beta1) * support.Gradients;
        var second = Beta2 * state.Part("second") + (1 - Beta2) * support.Gradients.Map(g => g.square());
        var scale = second.Map(v => Root(v / (1 - power2)) + Epsilon);
        var next = theta - rho["rate"] * (first / (1 - power1)) / scale;
        return (next, State(power1, power2, first, second));
    }

    private static Parameters State(Tensor power1, Tensor power2, Parameters first, Parameters second) =>
        Parameters.Join(
            ("", Parameters.Of(("power1", power1), ("power2", power2))),
            ("first", first),
            ("second", second)
        );

    // √v, whose slope is infinite at 0, where a number's gradients have all been 0: times theirs it would be
    // no number. There the slope is taken for 0, as that of |g| is, which √v is after one step.
    private static Tensor Root(Tensor v)
    {
        var none = v.eq(0);
        return v.masked_fill(none, 1).sqrt().masked_fill(none, 0);
    }
}
