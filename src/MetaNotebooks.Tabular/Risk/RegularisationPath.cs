using MetaNotebooks.Native;
using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>How the minimum of a regularised risk moves with the strength of its regulariser (errata page, D3.3).</summary>
public static class RegularisationPath
{
    /// <summary>Strengths evenly spaced on a logarithmic scale, the weakest first.</summary>
    /// <param name="low">The weakest, above 0.</param>
    /// <param name="high">The strongest, above 0.</param>
    /// <param name="count">How many, at least 2.</param>
    public static IReadOnlyList<double> Strengths(double low, double high, int count)
    {
        Require.Positive(low, nameof(low));
        Require.Positive(high, nameof(high));
        Require.AtLeast(count, 2, nameof(count));
        return
        [
            .. Enumerable.Range(0, count).Select(i => low * Math.Pow(high / low, i / (double)(count - 1))),
        ];
    }

    /// <summary>The minima at S strengths.</summary>
    /// <param name="risk">The risk; its own strength is not used.</param>
    /// <param name="x">Inputs <c>[T, n, d]</c>.</param>
    /// <param name="y">Targets <c>[T, n, …]</c>.</param>
    /// <param name="strengths">The strengths, at least one.</param>
    /// <returns>W <c>[S, T, d, out]</c> and b <c>[S, T, 1, out]</c>.</returns>
    public static Parameters Path(
        this IRegularisedRisk risk,
        Tensor x,
        Tensor y,
        IReadOnlyList<double> strengths
    )
    {
        Require.AtLeast(strengths.Count, 1, "strengths.Count");
        using var scope = NewDisposeScope();
        Parameters[] minima = [.. strengths.Select(strength => risk.At(strength).Fit(x, y))];
        var path = Parameters.Stack(minima);
        scope.MoveToOuter(path);
        return path;
    }
}
