using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>Finds numbers that are not finite.</summary>
internal static class NonFinite
{
    /// <summary>The first of some tensors that holds one, with what it holds; null where all numbers are finite.</summary>
    /// <param name="joined">All of them as one vector: its sum, one cheap operation, tells almost always.</param>
    /// <param name="parts">The tensors.</param>
    public static (string Part, double Value)? In(Tensor joined, Parameters parts)
    {
        using var scope = NewDisposeScope();
        // NaN and infinities survive a sum. That of finite numbers may overflow, so a sum alone is no proof.
        if (double.IsFinite(joined.sum().ToDouble()))
            return null;
        for (var i = 0; i < parts.Count; i++)
        {
            var bad = parts[i].masked_select(parts[i].isfinite().logical_not());
            if (bad.numel() > 0)
                return (
                    $"meta['{parts.Names[i]}'], shape [{string.Join(", ", parts[i].shape)}],",
                    bad[0].ToDouble()
                );
        }
        return null;
    }
}
