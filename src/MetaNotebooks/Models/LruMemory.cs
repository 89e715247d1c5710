using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// An external memory addressed by content and written by least recent use (Santoro et al. 2016, section 3; row
/// D4.10). Several heads write and read at once; the j-th head's new row is the j-th least used.
/// </summary>
/// <remarks>
/// A step writes, then reads what it wrote: the paper's formulas address and read M_t, the memory after this step's
/// writing. That a wiped memory reads evenly and takes its rows in their order is the kit's choice; the paper says
/// nothing of the first step.
/// </remarks>
/// <param name="Slots">Rows, N; at least as many as heads. The paper has 128.</param>
/// <param name="Width">Numbers a row, W; at least 1. The paper has 40.</param>
/// <param name="Heads">Read heads, R, and as many write heads; at least 1. The paper has 4.</param>
/// <param name="Decay">How usage fades, γ in [0, 1). Default 0.99 (the paper's).</param>
public sealed record LruMemory(int Slots, int Width, int Heads, double Decay = 0.99)
{
    // What a row's usage in a wiped memory is above that of the row before.
    internal double Turn => 1e-3 / Slots;

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
        var turn = arange(Slots).to(like.dtype) * Turn;
        return new(
            like.new_zeros([tasks, Slots, Width]),
            turn.unsqueeze(0).expand([tasks, Slots]),
            like.new_full([tasks, Heads, Slots], 1.0 / Slots),
            like.new_zeros([tasks, Heads, Slots]),
            like.new_zeros([tasks, Heads, Width])
        );
    }

    /// <summary>
    /// One step: where each head writes is σ(α)·w_read + (1 − σ(α))·w_least-used, both of the step before; the least used
    /// rows are wiped, each head's vector is added to the rows that it writes, the memory is read by the keys, and the
    /// usage becomes γ·w_used + w_read + w_write.
    /// </summary>
    /// <param name="state">The memory.</param>
    /// <param name="keys">What is looked for, one key a head, <c>[T, R, W]</c>.</param>
    /// <param name="added">
    /// What is written, one vector a head, <c>[T, R, W]</c>; in the paper the keys themselves.
    /// </param>
    /// <param name="gate">σ(α) of each head, <c>[T, R, 1]</c>.</param>
    public MemoryState Step(MemoryState state, Tensor keys, Tensor added, Tensor gate)
    {
        var (least, kept) = LeastUsed(state);
        var writes = least.lerp(state.ReadWeights, gate);
        var rows = writes.transpose(1, 2).baddbmm(added, state.Rows * kept);
        var reads = Address(rows, keys);
        return new(rows, Used(state.Usage, reads, writes), reads, writes, reads.bmm(rows));
    }

    /// <summary>
    /// Read weights, softmax over slots of the cosine of key and row: <c>[T, R, W] → [T, R, N]</c>.
    /// </summary>
    /// <param name="rows">The memory's rows, <c>[T, N, W]</c>.</param>
    /// <param name="keys">Keys.</param>
    public static Tensor Address(Tensor rows, Tensor keys)
    {
        // Not the rows are brought to unit length but the products, which are fewer numbers.
        var products = (keys * Shrinking(keys)).bmm(rows.transpose(1, 2));
        return (products * Shrinking(rows).transpose(1, 2)).softmax(-1);
    }

    // Which rows are least used is a choice, not a number: no derivative passes through it.
    private (Tensor Least, Tensor Kept) LeastUsed(MemoryState state)
    {
        using var off = no_grad();
        var slots = state.Usage.topk(Heads, -1, largest: false).indexes;
        var least = slots.unsqueeze(-1).eq(arange(Slots)).to(state.Rows.dtype);
        return (least, least.sum([1L]).neg_().add_(1).unsqueeze(-1));
    }

    private Tensor Used(Tensor before, Tensor reads, Tensor writes)
    {
        using var off = no_grad();
        return (reads + writes).sum([1L]).add_(before, Decay);
    }

    // One over the length; the small number keeps an empty row's cosine at 0, and its derivative finite.
    private static Tensor Shrinking(Tensor rows) => (rows.square().sum(-1, keepdim: true) + 1e-8).rsqrt();
}
