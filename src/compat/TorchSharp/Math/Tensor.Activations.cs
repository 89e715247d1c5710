namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>Each element, but at least zero.</summary>
        public Tensor relu() => Aten.relu.Call(this);

        /// <summary>Each element, but at least zero. Written into this tensor, which is returned.</summary>
        public Tensor relu_() => Aten.relu_.CallInPlace(this);

        /// <summary>Each element, but at least zero and at most six.</summary>
        public Tensor relu6() => Aten.relu6.Call(this);

        /// <summary>Each element, the negative ones times <c>negative_slope</c>.</summary>
        public Tensor leaky_relu(Scalar negative_slope) => Aten.leaky_relu.Call(this, negative_slope);

        /// <summary>Each element, the negative ones times <c>negative_slope</c>. Written into this tensor, which is returned.</summary>
        public Tensor leaky_relu_(Scalar negative_slope) =>
            Aten.leaky_relu_.CallInPlace(this, negative_slope);

        /// <summary>Each element, the negative ones as alpha (e^x − 1).</summary>
        public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale) =>
            Aten.elu.Call(this, alpha, scale, input_scale);

        /// <summary>Each element, the negative ones as alpha (e^x − 1).</summary>
        public Tensor elu(double alpha = 1) => Aten.elu.Call(this, alpha);

        /// <summary>Each element, the negative ones as alpha (e^(x / alpha) − 1).</summary>
        public Tensor celu() => Aten.celu.Call(this);

        /// <summary>Each element, the negative ones as alpha (e^(x / alpha) − 1).</summary>
        public Tensor celu(Scalar alpha) => Aten.celu.Call(this, alpha);

        /// <summary>x times the normal distribution function at x, of each element.</summary>
        public Tensor gelu() => Aten.gelu.Call(this);

        /// <summary>x times the sigmoid of x, of each element.</summary>
        public Tensor silu() => Aten.silu.Call(this);

        /// <summary>x times the sigmoid of x, of each element. Written into this tensor, which is returned.</summary>
        public Tensor silu_() => Aten.silu_.CallInPlace(this);

        /// <summary>The scaled exponential linear unit of each element.</summary>
        public Tensor selu() => Aten.selu.Call(this);

        /// <summary>Each element, but at least <c>min</c> and at most <c>max</c>.</summary>
        public Tensor hardtanh(Scalar min, Scalar max) => Aten.hardtanh.Call(this, min, max);

        /// <summary>log(1 + e^(beta x)) / beta of each element.</summary>
        public Tensor softplus(double beta = 1, double threshold = 20) =>
            Aten.softplus.Call(this, beta, threshold);

        /// <summary>The logarithm of the sigmoid of each element.</summary>
        public Tensor log_sigmoid() => Aten.log_sigmoid.Call(this);

        /// <summary>The exponentials, divided by their sum along a dimension.</summary>
        public Tensor softmax(long dim, ScalarType? dtype = null) => Aten.softmax_int.Call(this, dim, dtype);

        /// <summary>The logarithm of the softmax along a dimension.</summary>
        public Tensor log_softmax(long dim, ScalarType? dtype = null) =>
            Aten.log_softmax_int.Call(this, dim, dtype);
    }
}
