namespace TorchSharp;

public static partial class torch
{
    /// <summary>The negative of each element.</summary>
    public static Tensor neg(Tensor input) => input.neg();

    /// <summary>The negative of each element. Written into this tensor, which is returned.</summary>
    public static Tensor neg_(Tensor input) => input.neg_();

    /// <summary>The absolute value of each element.</summary>
    public static Tensor abs(Tensor input) => input.abs();

    /// <summary>The absolute value of each element. Written into this tensor, which is returned.</summary>
    public static Tensor abs_(Tensor input) => input.abs_();

    /// <summary>−1, 0 or 1 for each element.</summary>
    public static Tensor sign(Tensor input) => input.sign();

    /// <summary>−1, 0 or 1 for each element. Written into this tensor, which is returned.</summary>
    public static Tensor sign_(Tensor input) => input.sign_();

    /// <summary>e to the power of each element.</summary>
    public static Tensor exp(Tensor input) => input.exp();

    /// <summary>e to the power of each element. Written into this tensor, which is returned.</summary>
    public static Tensor exp_(Tensor input) => input.exp_();

    /// <summary>2 to the power of each element.</summary>
    public static Tensor exp2(Tensor input) => input.exp2();

    /// <summary>2 to the power of each element. Written into this tensor, which is returned.</summary>
    public static Tensor exp2_(Tensor input) => input.exp2_();

    /// <summary>e to the power of each element, minus one, exact near zero.</summary>
    public static Tensor expm1(Tensor input) => input.expm1();

    /// <summary>e to the power of each element, minus one, exact near zero. Written into this tensor, which is returned.</summary>
    public static Tensor expm1_(Tensor input) => input.expm1_();

    /// <summary>The natural logarithm of each element.</summary>
    public static Tensor log(Tensor input) => input.log();

    /// <summary>The natural logarithm of each element. Written into this tensor, which is returned.</summary>
    public static Tensor log_(Tensor input) => input.log_();

    /// <summary>The natural logarithm of one plus each element, exact near zero.</summary>
    public static Tensor log1p(Tensor input) => input.log1p();

    /// <summary>The natural logarithm of one plus each element, exact near zero. Written into this tensor, which is returned.</summary>
    public static Tensor log1p_(Tensor input) => input.log1p_();

    /// <summary>The logarithm to base 2 of each element.</summary>
    public static Tensor log2(Tensor input) => input.log2();

    /// <summary>The logarithm to base 2 of each element. Written into this tensor, which is returned.</summary>
    public static Tensor log2_(Tensor input) => input.log2_();

    /// <summary>The logarithm to base 10 of each element.</summary>
    public static Tensor log10(Tensor input) => input.log10();

    /// <summary>The logarithm to base 10 of each element. Written into this tensor, which is returned.</summary>
    public static Tensor log10_(Tensor input) => input.log10_();

    /// <summary>The square root of each element.</summary>
    public static Tensor sqrt(Tensor input) => input.sqrt();

    /// <summary>The square root of each element. Written into this tensor, which is returned.</summary>
    public static Tensor sqrt_(Tensor input) => input.sqrt_();

    /// <summary>One over the square root of each element.</summary>
    public static Tensor rsqrt(Tensor input) => input.rsqrt();

    /// <summary>One over the square root of each element. Written into this tensor, which is returned.</summary>
    public static Tensor rsqrt_(Tensor input) => input.rsqrt_();

    /// <summary>The square of each element.</summary>
    public static Tensor square(Tensor input) => input.square();

    /// <summary>Each element rounded down.</summary>
    public static Tensor floor(Tensor input) => input.floor();

    /// <summary>Each element rounded down. Written into this tensor, which is returned.</summary>
    public static Tensor floor_(Tensor input) => input.floor_();

    /// <summary>Each element rounded up.</summary>
    public static Tensor ceil(Tensor input) => input.ceil();

    /// <summary>Each element rounded up. Written into this tensor, which is returned.</summary>
    public static Tensor ceil_(Tensor input) => input.ceil_();

    /// <summary>Each element rounded towards zero.</summary>
    public static Tensor trunc(Tensor input) => input.trunc();

    /// <summary>Each element rounded towards zero. Written into this tensor, which is returned.</summary>
    public static Tensor trunc_(Tensor input) => input.trunc_();

    /// <summary>Each element less its whole part.</summary>
    public static Tensor frac(Tensor input) => input.frac();

    /// <summary>Each element less its whole part. Written into this tensor, which is returned.</summary>
    public static Tensor frac_(Tensor input) => input.frac_();

    /// <summary>Each element rounded to that many decimals, halves to even.</summary>
    public static Tensor round(Tensor input, long decimals = 0) => input.round(decimals);

    /// <summary>Each element rounded to that many decimals, halves to even. Written into this tensor, which is returned.</summary>
    public static Tensor round_(Tensor input, long decimals = 0) => input.round_(decimals);

    /// <summary>One over each element.</summary>
    public static Tensor reciprocal(Tensor input) => input.reciprocal();

    /// <summary>One over each element. Written into this tensor, which is returned.</summary>
    public static Tensor reciprocal_(Tensor input) => input.reciprocal_();

    /// <summary>Each element, but at least <c>min</c> and at most <c>max</c>.</summary>
    public static Tensor clamp(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp(min, max);

    /// <summary>Each element, but at least <c>min</c> and at most <c>max</c>.</summary>
    public static Tensor clamp(Tensor input, Tensor? min = null, Tensor? max = null) => input.clamp(min, max);

    /// <summary>Each element, but at least <c>min</c> and at most <c>max</c>. Written into this tensor, which is returned.</summary>
    public static Tensor clamp_(Tensor input, Scalar? min = null, Scalar? max = null) =>
        input.clamp_(min, max);

    /// <summary>Each element, but at least <c>min</c> and at most <c>max</c>. Written into this tensor, which is returned.</summary>
    public static Tensor clamp_(Tensor input, Tensor? min = null, Tensor? max = null) =>
        input.clamp_(min, max);

    /// <summary>Each element, but at least <c>min</c>.</summary>
    public static Tensor clamp_min(Tensor input, Scalar min) => input.clamp_min(min);

    /// <summary>Each element, but at least <c>min</c>. Written into this tensor, which is returned.</summary>
    public static Tensor clamp_min_(Tensor input, Scalar min) => input.clamp_min_(min);

    /// <summary>Each element, but at most <c>max</c>.</summary>
    public static Tensor clamp_max(Tensor input, Scalar max) => input.clamp_max(max);

    /// <summary>Each element, but at most <c>max</c>. Written into this tensor, which is returned.</summary>
    public static Tensor clamp_max_(Tensor input, Scalar max) => input.clamp_max_(max);

    /// <summary>Each element, but at least <c>min</c> and at most <c>max</c>.</summary>
    public static Tensor clip(Tensor input, Scalar? min = null, Scalar? max = null) => input.clip(min, max);

    /// <summary>Each element, with numbers in place of NaN and the infinities.</summary>
    public static Tensor nan_to_num(
        Tensor input,
        double nan = 0,
        double? posinf = null,
        double? neginf = null
    ) => input.nan_to_num(nan, posinf, neginf);
}
