using static TorchSharp.torch;

namespace MetaNotebooks;

internal static class Distances
{
    /// <summary>Squared Euclidean distances, <c>[T, q, d], [T, k, d] → [T, q, k]</c>: |a|² − 2a·b + |b|².</summary>
    public static Tensor Squared(Tensor a, Tensor b) =>
        a.square().sum([-1], keepdim: true)
        - 2 * a.matmul(b.transpose(1, 2))
        + b.square().sum([-1]).unsqueeze(1);
}
