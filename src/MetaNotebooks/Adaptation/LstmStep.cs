using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// The update of Ravi and Larochelle (2017; errata page, D4.8), which reads a learner's parameters as the cell state of an LSTM:
/// θ_t = σ(f_t)·θ_{t−1} − σ(i_t)·∇_t, with f_t = [h_t, θ_{t−1}, f_{t−1}]·W_F + b_F and i_t likewise, where h_t comes from
/// an LSTM that reads the loss and the gradient. Every coordinate has its own state; the weights are shared by all.
/// </summary>
/// <remarks>
/// ρ is the <see cref="LstmCell"/>, "cell"; W_F <c>[h + 2, 1]</c> and b_F <c>[1, 1]</c>, "forget"; W_I and b_I, "input". f and
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
    public Parameters Init(ParameterShapes shapes, Seed seed, ScalarType dtype = ScalarType.Float32)
    {
        var random = seed.Generator();
        return Parameters.Join(
            ("cell", Cell.Init(random, dtype, 0.01)),
            ("forget", Gate(4, 5)),
            ("input", Gate(-5, -4))
        );

        Parameters Gate(double low, double high) =>
            Parameters.Of(
                ("weight", random.Uniform(-0.01, 0.01, [Hidden + 2, 1], dtype)),
                ("bias", random.Uniform(low, high, [1, 1], dtype))
            );
    }

    /// <inheritdoc/>
    public Parameters Begin(Parameters rho, Parameters theta)
    {
        var vectors = TaskVectors.Join(theta).shape;
        var (h, c) = Cell.Begin(theta[0], vectors);
        var gate = theta[0].new_zeros([.. vectors, 1]);
        return State(h, c, gate, gate);
    }

    /// <inheritdoc/>
    public (Parameters Theta, Parameters State) Step(
        Parameters rho,
        Parameters theta,
        SupportLoss support,
        Parameters state
    )
    {
        var before = TaskVectors.Join(theta).unsqueeze(-1);
        var gradient = TaskVectors.Join(support.Gradients).detach().unsqueeze(-1);
        var loss = LogSign.Of(support.Losses).unsqueeze(1).expand([.. before.shape[..2], 2]);
        var read = Held.Cat([loss, LogSign.Of(gradient.squeeze(-1))], -1);

        var (h, c) = Cell.Step(rho.Part("cell"), read, (state["h"], state["c"]));
        var forget = Dense.Forward(rho.Part("forget"), Held.Cat([h, before, state["forget"]], -1));
        var input = Dense.Forward(rho.Part("input"), Held.Cat([h, before, state["input"]], -1));
        var after = forget.sigmoid() * before - input.sigmoid() * gradient;
        return (TaskVectors.Split(after.squeeze(-1), theta), State(h, c, forget, input));
    }

    private static Parameters State(Tensor h, Tensor c, Tensor forget, Tensor input) =>
        Parameters.Of(("h", h), ("c", c), ("forget", forget), ("input", input));
}
