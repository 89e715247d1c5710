using static TorchSharp.torch;

namespace MetaNotebooks;

internal static class ClassMeans
{
    /// <summary>The mean of each class's examples, <c>[T, k, d], [T, k, way] → [T, way, d]</c>.</summary>
    public static Tensor Of(Tensor support, Tensor classes) =>
        (classes / classes.sum([1], keepdim: true)).transpose(1, 2).matmul(support);
}
