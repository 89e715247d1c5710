using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// How learned rules read numbers of all sizes (Andrychowicz et al. 2016, appendix A, with p = 10): x becomes
/// (log|x|/p, sign x) where |x| ≥ e⁻ᵖ, and (−1, eᵖx) where it is smaller.
/// </summary>
internal static class LogSign
{
    private const double P = 10;

    /// <summary><c>[…] → […, 2]</c>. Both cases of the definition are one clamp each.</summary>
    public static Tensor Of(Tensor x) =>
        Held.Stack([(x.abs().log() / P).clamp(-1), (x * Math.Exp(P)).clamp(-1, 1)], -1);
}
