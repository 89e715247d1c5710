using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>The labels of a support set, for learners that compare queries with its examples.</summary>
internal static class SupportLabels
{
    /// <summary>Which class each example is of, <c>[T, k] → [T, k, way]</c> of 0 and 1, after checking the labels.</summary>
    /// <param name="supportX">Support inputs <c>[T, k, …]</c>.</param>
    /// <param name="supportY">Support labels <c>[T, k]</c>.</param>
    public static Tensor OneHot(Tensor supportX, Tensor supportY)
    {
        Require.Leading(supportY, nameof(supportY), Require.Batched(supportX, nameof(supportX))[..2]);
        if (supportY.dim() != 2 || supportY.dtype != ScalarType.Int64)
            throw new ArgumentException(
                $"supportY is {supportY.dtype} with shape [{string.Join(", ", supportY.shape)}]; expected labels, "
                    + "Int64 [T, k].",
                nameof(supportY)
            );
        using var scope = NewDisposeScope();
        var (low, way) = (supportY.min().ToInt64(), supportY.max().ToInt64() + 1);
        var hot = low < 0 ? zeros(0) : supportY.unsqueeze(-1).eq(arange(way)).to(supportX.dtype);
        if (low < 0 || hot.sum(1).min().ToDouble() == 0)
            throw new ArgumentException(
                $"supportY has labels {low} to {way - 1}; expected every label of 0 … way − 1 in every task.",
                nameof(supportY)
            );
        return hot.MoveToOuterDisposeScope();
    }
}
