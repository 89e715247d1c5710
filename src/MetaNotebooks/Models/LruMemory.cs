using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// An external memory addressed by content and written by least recent use (Santoro et al. 2016, section 3.2; row
/// D4.10). Several heads read and write at once; the j-th head's new row is the j-th least used.
/// </summary>
/// <param name="Slots">Rows, N; at least as many as heads. The paper has 128.</param>
/// <param name="Width">Numbers a row, W; at least 1. The paper has 40.</param>
/// <param name="Heads">Read heads, R, and as many write heads; at least 1. The paper has 4.</param>
/// <param name="Decay">How usage fades, γ in [0, 1). Default 0.99 (the paper's).</param>
public sealed record LruMemory(int Slots, int Width, int Heads, double Decay = 0.99)
{
    /// <summary>
    /// A wiped memory. Every read weight is uniform; usage is zero but for a little that makes the slots' turn their
    /// order, where a tie would leave it to the library.
    /// </summary>
    /// <param name="like">A tensor of the type wanted.</param>
    /// <param name="tasks">How many memories, T.</param>
    public MemoryState Begin(Tensor like, long tasks)
    {
        Require.AtLeast(Heads, 1, nameof(Heads));
        Require.AtLeast(Slots, Heads, nameof(Slots));
        Require.AtLeast(Width, 1, nameof(Width));
        Require.Fraction(Decay, nameof(Decay));
        var turn = arange(Slots).to(like.dtype) * (1e-3 / Slots);
        return new(
            like.new_zeros([tasks, Slots, Width]),
            turn.unsqueeze(0).expand([tasks, Slots]),
            like.new_full([tasks, Heads, Slots], 1.0 / Slots)
        );
    }

    /// <summary>Read weights, softmax over slots of the cosine of key and row: <c>[T, n, W] → [T, n, N]</c>.</summary>
    /// <param name="state">The memory.</param>
    /// <param name="keys">Keys.</param>
    public static Tensor Address(MemoryState state, Tensor keys) =>
        matmul(Unit(keys), Unit(state.Rows).transpose(1, 2)).softmax(-1);

    /// <summary>Write weights w = σ(α)·w_read + (1 − σ(α))·w_least-used, both of the step before: <c>[T, R, N]</c>.</summary>
    /// <param name="state">The memory.</param>
    /// <param name="gate">σ(α) of each head, <c>[T, R, 1]</c>.</param>
    public Tensor WriteWeights(MemoryState state, Tensor gate) =>
        gate * state.ReadWeights + (1 - gate) * LeastUsed(state);

    /// <summary>
    /// Wipes the least used rows, adds each head's key to the rows that it writes, and updates the usage,
    /// γ·w_used + w_read + w_write.
    /// </summary>
    /// <param name="state">The memory.</param>
    /// <param name="keys">What is written, one key a head, <c>[T, R, W]</c>.</param>
    /// <param name="gate">σ(α) of each head, <c>[T, R, 1]</c>.</param>
    /// <param name="readWeights">This step's read weights, <c>[T, R, N]</c>.</param>
    public MemoryState Write(MemoryState state, Tensor keys, Tensor gate, Tensor readWeights)
    {
        var weights = WriteWeights(state, gate);
        var kept = 1 - LeastUsed(state).sum([1L]).unsqueeze(-1);
        return new(
            state.Rows * kept + matmul(weights.transpose(1, 2), keys),
            (Decay * state.Usage + readWeights.sum([1L]) + weights.sum([1L])).detach(),
            readWeights
        );
    }

    // Which rows are least used is a choice, not a number: no derivative passes through it.
    private Tensor LeastUsed(MemoryState state)
    {
        var slots = state.Usage.topk(Heads, -1, largest: false).indexes;
        return slots.unsqueeze(-1).eq(arange(Slots)).to(state.Rows.dtype);
    }

    // The small number keeps an empty row's cosine at 0, and its derivative finite.
    private static Tensor Unit(Tensor rows) => rows / (rows.square().sum(-1, keepdim: true) + 1e-8).sqrt();
}
