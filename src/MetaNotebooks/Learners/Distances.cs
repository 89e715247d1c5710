using static TorchSharp.torch;

namespace MetaNotebooks;

internal static class Distances
{
    /// <summary>
    /// Squared Euclidean distances, <c>[T, q, d], [T, k, d] → [T, q, k]</c>: |a|² − 2a·b + |b|², seen from
    /// the mean of b. From 0, points that lie far from it would lose in these squares all the digits by which
    /// they differ.
    /// </summary>
    public static Tensor Squared(Tensor a, Tensor b)
    {
        // A distance does not depend on where it is seen from, so no derivative passes here.
        var centre = b.detach().mean([1L], keepdim: true);
        (a, b) = (a - centre, b - centre);
        return a.square().sum([-1], keepdim: true)
            - 2 * a.matmul(b.transpose(1, 2))
            + b.square().sum([-1]).unsqueeze(1);
    }
}
