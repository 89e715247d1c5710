using MetaNotebooks.Native;
using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>What a <see cref="Mann"/> is in after an example, and the label to be shown with the next.</summary>
/// <param name="H">The controller's h, <c>[T, h]</c>.</param>
/// <param name="C">The controller's c, <c>[T, h]</c>.</param>
/// <param name="Memory">The memory; null where there is none.</param>
/// <param name="Label">The label, <c>[T, 1, way]</c>.</param>
internal sealed record MannState(Tensor H, Tensor C, MemoryState? Memory, Tensor Label)
{
    /// <summary>What goes to the output layer and to the next step: h, and what was read.</summary>
    public Tensor Output => Memory is null ? H : Held.Cat([H, Memory.Found.flatten(1)], -1);

    public MannState Map(Func<Tensor, Tensor> change) =>
        new(change(H), change(C), Memory?.Map(change), change(Label));
}

/// <summary>The steps of a <see cref="Mann"/> with given parameters, as operations on tensors.</summary>
internal sealed class MannSteps(Mann learner, Parameters meta)
{
    private readonly MannWeights weights = MannWeights.Of(learner, meta);

    public MannState Begin(Tensor x)
    {
        var none = x.new_zeros([x.shape[0], learner.Hidden]);
        return new(
            none,
            none,
            learner.Memory?.Begin(x, x.shape[0]),
            x.new_zeros([x.shape[0], 1, learner.Way])
        );
    }

    /// <summary>
    /// Each example beside the label shown with it, which is that of the one before, <c>[T, n, in]</c>.
    /// </summary>
    public static Tensor Shown(Tensor x, Tensor labels) => Held.Cat([x.flatten(2), labels], -1);

    /// <summary>Labels as rows with a one, behind the label that is shown first.</summary>
    public Tensor Labels(MannState state, Tensor y) =>
        Held.Cat([state.Label, y.unsqueeze(-1).eq(arange(learner.Way)).to(state.H.dtype)], 1);

    /// <summary>Reads a sequence; what it predicts before each label is shown, <c>[T, n, way]</c>.</summary>
    public Tensor Read(Tensor x, Tensor y, out MannState state)
    {
        using var scope = NewDisposeScope();
        state = Begin(x);
        var n = x.shape[1];
        var labels = Labels(state, y);
        var sums = Sums(Shown(x, labels.narrow(1, 0, n))).unbind(1);
        var outputs = new Tensor[n];
        for (var i = 0; i < n; i++)
        {
            state = Step(sums[i], state);
            outputs[i] = state.Output;
        }
        state = state with { Label = labels.narrow(1, n, 1) };
        var logits = Predicted(Held.Stack(outputs, 1));
        state.Map(part => part.MoveToOuterDisposeScope());
        return logits.MoveToOuterDisposeScope();
    }

    /// <summary>The next example, of which there may be several, each as if it were the only one.</summary>
    public Tensor Next(Tensor x, MannState state)
    {
        // A copy of the task for each.
        var n = x.shape[1];
        var copies = state.Map(part => part.repeat_interleave(n, 0));
        var sums = Sums(Shown(x, state.Label.expand([-1, n, -1]))).flatten(0, 1);
        return Predicted(Step(sums, copies).Output).unflatten(0, [-1, n]);
    }

    private Tensor Predicted(Tensor outputs) => Dense.Forward(meta.Part("output"), outputs);

    // Of all examples at once what the gates take of them.
    private Tensor Sums(Tensor shown) => matmul(shown, weights.Input) + weights.InputBias;

    private MannState Step(Tensor sums, MannState state)
    {
        var (h, c) = LstmCell.After(sums.addmm(state.Output, weights.Recurrent, 1, 1), state.C);
        if (learner.Memory is not { } memory || state.Memory is null)
            return state with { H = h, C = c };
        var driven = weights.DriveBias.addmm(h, weights.Drive, 1, 1);
        var vectors = driven.narrow(-1, 0, 2L * learner.Read).tanh();
        var both = vectors.reshape(-1, 2L * memory.Heads, memory.Width).chunk(2, 1);
        var gate = driven.narrow(-1, 2L * learner.Read, memory.Heads).sigmoid().unsqueeze(-1);
        return new(h, c, memory.Step(state.Memory, both[0], both[1], gate), state.Label);
    }
}
