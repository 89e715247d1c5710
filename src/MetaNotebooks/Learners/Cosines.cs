using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>Embeddings compared by the angle between them.</summary>
internal static class Cosines
{
    // Keeps the cosine of an embedding that is all zeros defined.
    private const double SmallestLength = 1e-8;

    /// <summary>Each embedding at length 1.</summary>
    public static Tensor Direction(Tensor x) =>
        x / (x.square().sum([-1], keepdim: true) + SmallestLength * SmallestLength).sqrt();

    /// <summary>Cosines <c>[T, q, d], [T, k, d] → [T, q, k]</c>.</summary>
    public static Tensor Between(Tensor a, Tensor b) => Direction(a).matmul(Direction(b).transpose(1, 2));
}
