using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>What is in the memories of T tasks, and how the last step read and wrote it.</summary>
/// <param name="Rows">Their rows, <c>[T, N, W]</c>.</param>
/// <param name="Usage">How much each row was used, the less the longer ago, <c>[T, N]</c>.</param>
/// <param name="ReadWeights">What each head read in the last step, <c>[T, R, N]</c>; each sums to one.</param>
/// <param name="WriteWeights">
/// Where each head wrote in the last step, <c>[T, R, N]</c>; zero before the first.
/// </param>
/// <param name="Found">What each head read in the last step, <c>[T, R, W]</c>; zero before the first.</param>
public sealed record MemoryState(
    Tensor Rows,
    Tensor Usage,
    Tensor ReadWeights,
    Tensor WriteWeights,
    Tensor Found
)
{
    /// <summary>The same change of each of its tensors.</summary>
    internal MemoryState Map(Func<Tensor, Tensor> change) =>
        new(change(Rows), change(Usage), change(ReadWeights), change(WriteWeights), change(Found));
}
