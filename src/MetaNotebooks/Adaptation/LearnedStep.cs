using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// The update of Andrychowicz et al. (2016): θ_t = θ_{t−1} + g_t, where g_t comes from a two-layer LSTM that reads the
/// gradient of one coordinate. Every coordinate has its own state; the weights are shared by all.
/// </summary>
/// <remarks>
/// ρ is the "first" and the "second" <see cref="LstmCell"/> and the "output", a weight <c>[h, 1]</c> and a bias
/// <c>[1, 1]</c>. As in the paper the gradient counts as a constant.
/// </remarks>
/// <param name="Hidden">Size of each layer; at least 1. Default 20 (the paper's).</param>
/// <param name="Scale">The output's unit, above 0: how far an untrained optimiser moves. Default 0.1.</param>
public sealed record LearnedStep(int Hidden = 20, double Scale = 0.1) : IInnerRule
{
    private LstmCell First => new(2, Hidden);

    private LstmCell Second => new(Hidden, Hidden);

    /// <inheritdoc/>
    public Parameters Init(ParameterShapes shapes, Seed seed, ScalarType dtype = ScalarType.Float32)
    {
        Require.Positive(Scale, nameof(Scale));
        var random = seed.Generator();
        return Parameters.Join(
            ("first", First.Init(random, dtype)),
            ("second", Second.Init(random, dtype)),
            ("output", Dense.Init(random, Hidden, 1, dtype))
        );
    }

    /// <inheritdoc/>
    public Parameters Begin(Parameters rho, Parameters theta)
    {
        var (h, c) = First.Begin(theta[0], TaskVectors.Join(theta).shape);
        return State((h, c), (h, c));
    }

    /// <inheritdoc/>
    public (Parameters Theta, Parameters State) Step(
        Parameters rho,
        Parameters theta,
        SupportLoss support,
        Parameters state
    )
    {
        var read = LogSign.Of(TaskVectors.Join(support.Gradients).detach());
        var first = First.Step(rho.Part("first"), read, (state["first.h"], state["first.c"]));
        var second = Second.Step(rho.Part("second"), first.H, (state["second.h"], state["second.c"]));
        var move = Scale * Dense.Forward(rho.Part("output"), second.H).squeeze(-1);
        return (TaskVectors.Split(TaskVectors.Join(theta) + move, theta), State(first, second));
    }

    private static Parameters State((Tensor H, Tensor C) first, (Tensor H, Tensor C) second) =>
        Parameters.Of(
            ("first.h", first.H),
            ("first.c", first.C),
            ("second.h", second.H),
            ("second.c", second.C)
        );
}
