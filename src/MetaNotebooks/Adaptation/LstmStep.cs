using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// The update of Ravi and Larochelle (2017; row D4.8), which reads a learner's parameters as the cell state of an LSTM:
/// θ_t = σ(f_t)·θ_{t−1} − σ(i_t)·∇_t, with f_t = [h_t, θ_{t−1}, f_{t−1}]·W_F + b_F and i_t likewise, where h_t comes from
/// an LSTM that reads the loss and the gradient. Every coordinate has its own state; the weights are shared by all.
/// </summary>
/// <remarks>
/// ρ is the four tensors of the <see cref="LstmCell"/>, then W_F <c>[h + 2, 1]</c>, b_F <c>[1, 1]</c>, W_I and b_I. f and
/// i are kept before the sigmoid, zero at first. As in the paper the gradient counts as a constant, both where it is
/// read and where it is followed. With f → ∞ and i constant this is gradient descent with the rate σ(i).
/// </remarks>
/// <param name="Hidden">Size of h; at least 1. Default 20 (the paper's).</param>
public sealed record LstmStep(int Hidden = 20) : IInnerRule
{
    // Two numbers for the loss, two for the coordinate's gradient.
    private LstmCell Cell => new(4, Hidden);

    /// <summary>As the paper: weights uniform in ±0.01, b_F in [4, 5] (keep), b_I in [−5, −4] (small steps).</summary>
    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Init(
        IReadOnlyList<long[]> shapes,
        Seed seed,
        ScalarType dtype = ScalarType.Float32
    )
    {
        var random = seed.Generator();
        return
        [
            .. Cell.Init(random, dtype, 0.01),
            random.Uniform(-0.01, 0.01, [Hidden + 2, 1], dtype),
            random.Uniform(4, 5, [1, 1], dtype),
            random.Uniform(-0.01, 0.01, [Hidden + 2, 1], dtype),
            random.Uniform(-5, -4, [1, 1], dtype),
        ];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Begin(IReadOnlyList<Tensor> rho, IReadOnlyList<Tensor> theta)
    {
        var vectors = TaskVectors.Join(theta).shape;
        var (h, c) = Cell.Begin(theta[0], vectors);
        var gate = theta[0].new_zeros([.. vectors, 1]);
        return [h, c, gate, gate];
    }

    /// <inheritdoc/>
    public (IReadOnlyList<Tensor> Theta, IReadOnlyList<Tensor> State) Step(
        IReadOnlyList<Tensor> rho,
        IReadOnlyList<Tensor> theta,
        SupportLoss support,
        IReadOnlyList<Tensor> state
    )
    {
        var before = TaskVectors.Join(theta).unsqueeze(-1);
        var gradient = TaskVectors.Join(support.Gradients).detach().unsqueeze(-1);
        var loss = LogSign.Of(support.Losses).unsqueeze(1).expand([.. before.shape[..2], 2]);
        var read = Held.Cat([loss, LogSign.Of(gradient.squeeze(-1))], -1);

        var (h, c) = Cell.Step([.. rho.Take(4)], read, (state[0], state[1]));
        var forget = matmul(Held.Cat([h, before, state[2]], -1), rho[4]) + rho[5];
        var input = matmul(Held.Cat([h, before, state[3]], -1), rho[6]) + rho[7];
        var after = forget.sigmoid() * before - input.sigmoid() * gradient;
        return (TaskVectors.Split(after.squeeze(-1), theta), [h, c, forget, input]);
    }
}
