namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>The negative of each element.</summary>
        public Tensor neg() => Aten.neg.Call(this);

        /// <summary>The negative of each element. Written into this tensor, which is returned.</summary>
        public Tensor neg_() => Aten.neg_.CallInPlace(this);

        /// <summary>The absolute value of each element.</summary>
        public Tensor abs() => Aten.abs.Call(this);

        /// <summary>The absolute value of each element. Written into this tensor, which is returned.</summary>
        public Tensor abs_() => Aten.abs_.CallInPlace(this);

        /// <summary>−1, 0 or 1 for each element.</summary>
        public Tensor sign() => Aten.sign.Call(this);

        /// <summary>−1, 0 or 1 for each element. Written into this tensor, which is returned.</summary>
        public Tensor sign_() => Aten.sign_.CallInPlace(this);

        /// <summary>e to the power of each element.</summary>
        public Tensor exp() => Aten.exp.Call(this);

        /// <summary>e to the power of each element. Written into this tensor, which is returned.</summary>
        public Tensor exp_() => Aten.exp_.CallInPlace(this);

        /// <summary>2 to the power of each element.</summary>
        public Tensor exp2() => Aten.exp2.Call(this);

        /// <summary>2 to the power of each element. Written into this tensor, which is returned.</summary>
        public Tensor exp2_() => Aten.exp2_.CallInPlace(this);

        /// <summary>e to the power of each element, minus one, exact near zero.</summary>
        public Tensor expm1() => Aten.expm1.Call(this);

        /// <summary>e to the power of each element, minus one, exact near zero. Written into this tensor, which is returned.</summary>
        public Tensor expm1_() => Aten.expm1_.CallInPlace(this);

        /// <summary>The natural logarithm of each element.</summary>
        public Tensor log() => Aten.log.Call(this);

        /// <summary>The natural logarithm of each element. Written into this tensor, which is returned.</summary>
        public Tensor log_() => Aten.log_.CallInPlace(this);

        /// <summary>The natural logarithm of one plus each element, exact near zero.</summary>
        public Tensor log1p() => Aten.log1p.Call(this);

        /// <summary>The natural logarithm of one plus each element, exact near zero. Written into this tensor, which is returned.</summary>
        public Tensor log1p_() => Aten.log1p_.CallInPlace(this);

        /// <summary>The logarithm to base 2 of each element.</summary>
        public Tensor log2() => Aten.log2.Call(this);

        /// <summary>The logarithm to base 2 of each element. Written into this tensor, which is returned.</summary>
        public Tensor log2_() => Aten.log2_.CallInPlace(this);

        /// <summary>The logarithm to base 10 of each element.</summary>
        public Tensor log10() => Aten.log10.Call(this);

        /// <summary>The logarithm to base 10 of each element. Written into this tensor, which is returned.</summary>
        public Tensor log10_() => Aten.log10_.CallInPlace(this);

        /// <summary>The square root of each element.</summary>
        public Tensor sqrt() => Aten.sqrt.Call(this);

        /// <summary>The square root of each element. Written into this tensor, which is returned.</summary>
        public Tensor sqrt_() => Aten.sqrt_.CallInPlace(this);

        /// <summary>One over the square root of each element.</summary>
        public Tensor rsqrt() => Aten.rsqrt.Call(this);

        /// <summary>One over the square root of each element. Written into this tensor, which is returned.</summary>
        public Tensor rsqrt_() => Aten.rsqrt_.CallInPlace(this);

        /// <summary>The square of each element.</summary>
        public Tensor square() => Aten.square.Call(this);

        /// <summary>Each element rounded down.</summary>
        public Tensor floor() => Aten.floor.Call(this);

        /// <summary>Each element rounded down. Written into this tensor, which is returned.</summary>
        public Tensor floor_() => Aten.floor_.CallInPlace(this);

        /// <summary>Each element rounded up.</summary>
        public Tensor ceil() => Aten.ceil.Call(this);

        /// <summary>Each element rounded up. Written into this tensor, which is returned.</summary>
        public Tensor ceil_() => Aten.ceil_.CallInPlace(this);

        /// <summary>Each element rounded towards zero.</summary>
        public Tensor trunc() => Aten.trunc.Call(this);

        /// <summary>Each element rounded towards zero. Written into this tensor, which is returned.</summary>
        public Tensor trunc_() => Aten.trunc_.CallInPlace(this);

        /// <summary>Each element less its whole part.</summary>
        public Tensor frac() => Aten.frac.Call(this);

        /// <summary>Each element less its whole part. Written into this tensor, which is returned.</summary>
        public Tensor frac_() => Aten.frac_.CallInPlace(this);

        /// <summary>Each element rounded to that many decimals, halves to even.</summary>
        public Tensor round(long decimals = 0) => Aten.round_decimals.Call(this, decimals);

        /// <summary>Each element rounded to that many decimals, halves to even. Written into this tensor, which is returned.</summary>
        public Tensor round_(long decimals = 0) => Aten.round__decimals.CallInPlace(this, decimals);

        /// <summary>One over each element.</summary>
        public Tensor reciprocal() => Aten.reciprocal.Call(this);

        /// <summary>One over each element. Written into this tensor, which is returned.</summary>
        public Tensor reciprocal_() => Aten.reciprocal_.CallInPlace(this);

        /// <summary>Each element, but at least <c>min</c> and at most <c>max</c>.</summary>
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Aten.clamp.Call(this, min, max);

        /// <summary>Each element, but at least <c>min</c> and at most <c>max</c>.</summary>
        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Aten.clamp_Tensor.Call(this, min, max);

        /// <summary>Each element, but at least <c>min</c> and at most <c>max</c>. Written into this tensor, which is returned.</summary>
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) =>
            Aten.clamp_.CallInPlace(this, min, max);

        /// <summary>Each element, but at least <c>min</c> and at most <c>max</c>. Written into this tensor, which is returned.</summary>
        public Tensor clamp_(Tensor? min = null, Tensor? max = null) =>
            Aten.clamp__Tensor.CallInPlace(this, min, max);

        /// <summary>Each element, but at least <c>min</c>.</summary>
        public Tensor clamp_min(Scalar min) => Aten.clamp_min.Call(this, min);

        /// <summary>Each element, but at least <c>min</c>. Written into this tensor, which is returned.</summary>
        public Tensor clamp_min_(Scalar min) => Aten.clamp_min_.CallInPlace(this, min);

        /// <summary>Each element, but at most <c>max</c>.</summary>
        public Tensor clamp_max(Scalar max) => Aten.clamp_max.Call(this, max);

        /// <summary>Each element, but at most <c>max</c>. Written into this tensor, which is returned.</summary>
        public Tensor clamp_max_(Scalar max) => Aten.clamp_max_.CallInPlace(this, max);

        /// <summary>Each element, but at least <c>min</c> and at most <c>max</c>.</summary>
        public Tensor clip(Scalar? min = null, Scalar? max = null) => Aten.clamp.Call(this, min, max);

        /// <summary>Each element, with numbers in place of NaN and the infinities.</summary>
        public Tensor nan_to_num(double nan = 0, double? posinf = null, double? neginf = null) =>
            Aten.nan_to_num.Call(this, nan, posinf, neginf);
    }
}
