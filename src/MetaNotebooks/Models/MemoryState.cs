using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>What is in the memories of T tasks.</summary>
/// <param name="Rows">Their rows, <c>[T, N, W]</c>.</param>
/// <param name="Usage">How much each row was used, the less the longer ago, <c>[T, N]</c>.</param>
/// <param name="ReadWeights">What each head read in the last step, <c>[T, R, N]</c>; each sums to one.</param>
public sealed record MemoryState(Tensor Rows, Tensor Usage, Tensor ReadWeights);
