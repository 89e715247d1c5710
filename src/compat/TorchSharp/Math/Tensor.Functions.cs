namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>The sine of each element.</summary>
        public Tensor sin() => Aten.sin.Call(this);

        /// <summary>The sine of each element. Written into this tensor, which is returned.</summary>
        public Tensor sin_() => Aten.sin_.CallInPlace(this);

        /// <summary>The cosine of each element.</summary>
        public Tensor cos() => Aten.cos.Call(this);

        /// <summary>The cosine of each element. Written into this tensor, which is returned.</summary>
        public Tensor cos_() => Aten.cos_.CallInPlace(this);

        /// <summary>The tangent of each element.</summary>
        public Tensor tan() => Aten.tan.Call(this);

        /// <summary>The tangent of each element. Written into this tensor, which is returned.</summary>
        public Tensor tan_() => Aten.tan_.CallInPlace(this);

        /// <summary>The hyperbolic sine of each element.</summary>
        public Tensor sinh() => Aten.sinh.Call(this);

        /// <summary>The hyperbolic sine of each element. Written into this tensor, which is returned.</summary>
        public Tensor sinh_() => Aten.sinh_.CallInPlace(this);

        /// <summary>The hyperbolic cosine of each element.</summary>
        public Tensor cosh() => Aten.cosh.Call(this);

        /// <summary>The hyperbolic cosine of each element. Written into this tensor, which is returned.</summary>
        public Tensor cosh_() => Aten.cosh_.CallInPlace(this);

        /// <summary>The hyperbolic tangent of each element.</summary>
        public Tensor tanh() => Aten.tanh.Call(this);

        /// <summary>The hyperbolic tangent of each element. Written into this tensor, which is returned.</summary>
        public Tensor tanh_() => Aten.tanh_.CallInPlace(this);

        /// <summary>The inverse sine of each element.</summary>
        public Tensor asin() => Aten.asin.Call(this);

        /// <summary>The inverse sine of each element. Written into this tensor, which is returned.</summary>
        public Tensor asin_() => Aten.asin_.CallInPlace(this);

        /// <summary>The inverse cosine of each element.</summary>
        public Tensor acos() => Aten.acos.Call(this);

        /// <summary>The inverse cosine of each element. Written into this tensor, which is returned.</summary>
        public Tensor acos_() => Aten.acos_.CallInPlace(this);

        /// <summary>The inverse tangent of each element.</summary>
        public Tensor atan() => Aten.atan.Call(this);

        /// <summary>The inverse tangent of each element. Written into this tensor, which is returned.</summary>
        public Tensor atan_() => Aten.atan_.CallInPlace(this);

        /// <summary>1 / (1 + e^−x) of each element.</summary>
        public Tensor sigmoid() => Aten.sigmoid.Call(this);

        /// <summary>1 / (1 + e^−x) of each element. Written into this tensor, which is returned.</summary>
        public Tensor sigmoid_() => Aten.sigmoid_.CallInPlace(this);

        /// <summary>The error function of each element.</summary>
        public Tensor erf() => Aten.erf.Call(this);

        /// <summary>The error function of each element. Written into this tensor, which is returned.</summary>
        public Tensor erf_() => Aten.erf_.CallInPlace(this);

        /// <summary>One minus the error function of each element.</summary>
        public Tensor erfc() => Aten.erfc.Call(this);

        /// <summary>One minus the error function of each element. Written into this tensor, which is returned.</summary>
        public Tensor erfc_() => Aten.erfc_.CallInPlace(this);

        /// <summary>The inverse error function of each element.</summary>
        public Tensor erfinv() => Aten.erfinv.Call(this);

        /// <summary>The inverse error function of each element. Written into this tensor, which is returned.</summary>
        public Tensor erfinv_() => Aten.erfinv_.CallInPlace(this);

        /// <summary>The logarithm of the gamma function of each element.</summary>
        public Tensor lgamma() => Aten.lgamma.Call(this);

        /// <summary>The logarithm of the gamma function of each element. Written into this tensor, which is returned.</summary>
        public Tensor lgamma_() => Aten.lgamma_.CallInPlace(this);

        /// <summary>The derivative of the logarithm of the gamma function of each element.</summary>
        public Tensor digamma() => Aten.digamma.Call(this);

        /// <summary>The derivative of the logarithm of the gamma function of each element. Written into this tensor, which is returned.</summary>
        public Tensor digamma_() => Aten.digamma_.CallInPlace(this);

        /// <summary>The logarithm of x / (1 − x) of each element.</summary>
        public Tensor logit(double? eps = null) => Aten.logit.Call(this, eps);
    }
}
