using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// A long short-term memory cell (Hochreiter and Schmidhuber 1997, with forget gate; errata page, D4.6), written
/// out so that it can be differentiated twice. It is PyTorch's, gates in its order:
/// (i, f, g, o) = x·W_ih + b_ih + h·W_hh + b_hh, c′ = σ(f)c + σ(i)tanh(g), h′ = σ(o)tanh(c′).
/// </summary>
/// <remarks>
/// Parameters: "weight_ih" <c>[in, 4h]</c>, "weight_hh" <c>[h, 4h]</c>, "bias_ih" and "bias_hh" <c>[1, 4h]</c>; shared by
/// all tasks, or one set a task with T in front of each. The matrices are the transposes of PyTorch's.
/// </remarks>
/// <param name="Inputs">Input size; at least 1.</param>
/// <param name="Hidden">Size of h and c; at least 1.</param>
public sealed record LstmCell(int Inputs, int Hidden)
{
    /// <summary>
    /// Name and shape of each parameter, without the task dimension: 4h(in + h) + 8h numbers in all.
    /// </summary>
    public ParameterShapes Shapes =>
        ParameterShapes.Of(
            ("weight_ih", [Inputs, 4L * Hidden]),
            ("weight_hh", [Hidden, 4L * Hidden]),
            ("bias_ih", [1, 4L * Hidden]),
            ("bias_hh", [1, 4L * Hidden])
        );

    /// <summary>Draws every parameter uniform in ±bound; PyTorch's bound, 1/√h, by default.</summary>
    /// <param name="random">The generator.</param>
    /// <param name="dtype">Float32 (default) or Float64.</param>
    /// <param name="bound">Largest absolute value; null for 1/√h.</param>
    public Parameters Init(Random random, ScalarType dtype = ScalarType.Float32, double? bound = null)
    {
        Require.AtLeast(Inputs, 1, nameof(Inputs));
        Require.AtLeast(Hidden, 1, nameof(Hidden));
        var most = bound ?? 1 / Math.Sqrt(Hidden);
        return Shapes.Make((_, shape) => random.Uniform(-most, most, shape, dtype));
    }

    /// <summary>The state before the first input: h and c are zero.</summary>
    /// <param name="like">A tensor of the type wanted.</param>
    /// <param name="rows">The leading dimensions, <c>[T, n]</c> say.</param>
    public (Tensor H, Tensor C) Begin(Tensor like, params long[] rows)
    {
        var zero = like.new_zeros([.. rows, Hidden]);
        return (zero, zero);
    }

    /// <summary>One step of time.</summary>
    /// <param name="theta">The four parameters.</param>
    /// <param name="x">Inputs <c>[T, n, in]</c>.</param>
    /// <param name="state">h and c, <c>[T, n, h]</c> each.</param>
    /// <returns>h′ and c′.</returns>
    public (Tensor H, Tensor C) Step(Parameters theta, Tensor x, (Tensor H, Tensor C) state)
    {
        Dense.CheckInput(x, Inputs, theta[0].dtype);
        var sums = Dense.Forward(theta["weight_ih"], theta["bias_ih"], x);
        using (var recurrent = matmul(state.H, theta["weight_hh"]))
            sums = Dense.Add(sums, recurrent);
        sums = Dense.Add(sums, theta["bias_hh"]);
        var next = After(sums, state.C);
        sums.Dispose();
        return next;
    }

    /// <summary>The rest of a step, where the sums of the gates are known already.</summary>
    /// <param name="sums">What the four gates see, in their order, <c>[…, 4h]</c>.</param>
    /// <param name="c">c, <c>[…, h]</c>.</param>
    /// <returns>h′ and c′.</returns>
    internal static (Tensor H, Tensor C) After(Tensor sums, Tensor c)
    {
        using var scope = NewDisposeScope();
        var gates = sums.chunk(4, -1);
        // A copy, since libtorch's tanh of short rows that lie apart takes most of their numbers one by one.
        var admitted = gates[2].clone().tanh_();
        var next = gates[1].sigmoid() * c;
        using (var added = gates[0].sigmoid() * admitted)
            next.add_(added);
        var h = gates[3].sigmoid() * next.tanh();
        return (h.MoveToOuterDisposeScope(), next.MoveToOuterDisposeScope());
    }
}
