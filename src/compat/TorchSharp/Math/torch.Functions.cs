namespace TorchSharp;

public static partial class torch
{
    /// <summary>The sine of each element.</summary>
    public static Tensor sin(Tensor input) => input.sin();

    /// <summary>The sine of each element. Written into this tensor, which is returned.</summary>
    public static Tensor sin_(Tensor input) => input.sin_();

    /// <summary>The cosine of each element.</summary>
    public static Tensor cos(Tensor input) => input.cos();

    /// <summary>The cosine of each element. Written into this tensor, which is returned.</summary>
    public static Tensor cos_(Tensor input) => input.cos_();

    /// <summary>The tangent of each element.</summary>
    public static Tensor tan(Tensor input) => input.tan();

    /// <summary>The tangent of each element. Written into this tensor, which is returned.</summary>
    public static Tensor tan_(Tensor input) => input.tan_();

    /// <summary>The hyperbolic sine of each element.</summary>
    public static Tensor sinh(Tensor input) => input.sinh();

    /// <summary>The hyperbolic sine of each element. Written into this tensor, which is returned.</summary>
    public static Tensor sinh_(Tensor input) => input.sinh_();

    /// <summary>The hyperbolic cosine of each element.</summary>
    public static Tensor cosh(Tensor input) => input.cosh();

    /// <summary>The hyperbolic cosine of each element. Written into this tensor, which is returned.</summary>
    public static Tensor cosh_(Tensor input) => input.cosh_();

    /// <summary>The hyperbolic tangent of each element.</summary>
    public static Tensor tanh(Tensor input) => input.tanh();

    /// <summary>The hyperbolic tangent of each element. Written into this tensor, which is returned.</summary>
    public static Tensor tanh_(Tensor input) => input.tanh_();

    /// <summary>The inverse sine of each element.</summary>
    public static Tensor asin(Tensor input) => input.asin();

    /// <summary>The inverse sine of each element. Written into this tensor, which is returned.</summary>
    public static Tensor asin_(Tensor input) => input.asin_();

    /// <summary>The inverse cosine of each element.</summary>
    public static Tensor acos(Tensor input) => input.acos();

    /// <summary>The inverse cosine of each element. Written into this tensor, which is returned.</summary>
    public static Tensor acos_(Tensor input) => input.acos_();

    /// <summary>The inverse tangent of each element.</summary>
    public static Tensor atan(Tensor input) => input.atan();

    /// <summary>The inverse tangent of each element. Written into this tensor, which is returned.</summary>
    public static Tensor atan_(Tensor input) => input.atan_();

    /// <summary>1 / (1 + e^−x) of each element.</summary>
    public static Tensor sigmoid(Tensor input) => input.sigmoid();

    /// <summary>1 / (1 + e^−x) of each element. Written into this tensor, which is returned.</summary>
    public static Tensor sigmoid_(Tensor input) => input.sigmoid_();

    /// <summary>The error function of each element.</summary>
    public static Tensor erf(Tensor input) => input.erf();

    /// <summary>The error function of each element. Written into this tensor, which is returned.</summary>
    public static Tensor erf_(Tensor input) => input.erf_();

    /// <summary>One minus the error function of each element.</summary>
    public static Tensor erfc(Tensor input) => input.erfc();

    /// <summary>One minus the error function of each element. Written into this tensor, which is returned.</summary>
    public static Tensor erfc_(Tensor input) => input.erfc_();

    /// <summary>The inverse error function of each element.</summary>
    public static Tensor erfinv(Tensor input) => input.erfinv();

    /// <summary>The inverse error function of each element. Written into this tensor, which is returned.</summary>
    public static Tensor erfinv_(Tensor input) => input.erfinv_();

    /// <summary>The logarithm of the gamma function of each element.</summary>
    public static Tensor lgamma(Tensor input) => input.lgamma();

    /// <summary>The logarithm of the gamma function of each element. Written into this tensor, which is returned.</summary>
    public static Tensor lgamma_(Tensor input) => input.lgamma_();

    /// <summary>The derivative of the logarithm of the gamma function of each element.</summary>
    public static Tensor digamma(Tensor input) => input.digamma();

    /// <summary>The derivative of the logarithm of the gamma function of each element. Written into this tensor, which is returned.</summary>
    public static Tensor digamma_(Tensor input) => input.digamma_();

    /// <summary>The logarithm of x / (1 − x) of each element.</summary>
    public static Tensor logit(Tensor input, double? eps = null) => input.logit(eps);
}
