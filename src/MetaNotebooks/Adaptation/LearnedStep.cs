using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// The update of Andrychowicz et al. (2016): θ_t = θ_{t−1} + g_t, where g_t comes from a two-layer LSTM that reads the
/// gradient of one coordinate. Every coordinate has its own state; the weights are shared by all.
/// </summary>
/// <remarks>
/// ρ is the four tensors of each of two <see cref="LstmCell"/>, then the output's weight <c>[h, 1]</c> and bias
/// <c>[1, 1]</c>. As in the paper the gradient counts as a constant.
/// </remarks>
/// <param name="Hidden">Size of each layer; at least 1. Default 20 (the paper's).</param>
/// <param name="Scale">The output's unit, above 0: how far an untrained optimiser moves. Default 0.1.</param>
public sealed record LearnedStep(int Hidden = 20, double Scale = 0.1) : IInnerRule
{
    private LstmCell First => new(2, Hidden);

    private LstmCell Second => new(Hidden, Hidden);

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Init(
        IReadOnlyList<long[]> shapes,
        Seed seed,
        ScalarType dtype = ScalarType.Float32
    )
    {
        Require.Positive(Scale, nameof(Scale));
        var random = seed.Generator();
        return
        [
            .. First.Init(random, dtype),
            .. Second.Init(random, dtype),
            .. Dense.Init(random, Hidden, 1, dtype),
        ];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Begin(IReadOnlyList<Tensor> rho, IReadOnlyList<Tensor> theta)
    {
        var (h, c) = First.Begin(theta[0], TaskVectors.Join(theta).shape);
        return [h, c, h, c];
    }

    /// <inheritdoc/>
    public (IReadOnlyList<Tensor> Theta, IReadOnlyList<Tensor> State) Step(
        IReadOnlyList<Tensor> rho,
        IReadOnlyList<Tensor> theta,
        SupportLoss support,
        IReadOnlyList<Tensor> state
    )
    {
        var read = LogSign.Of(TaskVectors.Join(support.Gradients).detach());
        var (h1, c1) = First.Step([.. rho.Take(4)], read, (state[0], state[1]));
        var (h2, c2) = Second.Step([.. rho.Skip(4).Take(4)], h1, (state[2], state[3]));
        var move = Scale * Dense.Forward(rho[8], rho[9], h2).squeeze(-1);
        return (TaskVectors.Split(TaskVectors.Join(theta) + move, theta), [h1, c1, h2, c2]);
    }
}
