namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Each element, but at least zero.</summary>
            public static Tensor relu(Tensor x, bool inplace = false) =>
                inplace ? Aten.relu_.CallInPlace(x) : Aten.relu.Call(x);

            /// <summary>Each element, but at least zero and at most six.</summary>
            public static Tensor relu6(Tensor x, bool inplace = false) =>
                inplace ? Aten.relu6_.CallInPlace(x) : Aten.relu6.Call(x);

            /// <summary>Each element, the negative ones times <c>negative_slope</c>.</summary>
            public static Tensor leaky_relu(
                Tensor input,
                double negative_slope = 0.01,
                bool inplace = false
            ) =>
                inplace
                    ? Aten.leaky_relu_.CallInPlace(input, negative_slope)
                    : Aten.leaky_relu.Call(input, negative_slope);

            /// <summary>Each element, the negative ones as alpha (e^x − 1).</summary>
            public static Tensor elu(Tensor x, double alpha, bool inplace = false) =>
                inplace ? Aten.elu_.CallInPlace(x, alpha) : Aten.elu.Call(x, alpha);

            /// <summary>Each element, the negative ones as alpha (e^(x / alpha) − 1).</summary>
            public static Tensor celu(Tensor x, double alpha, bool inplace = false) =>
                inplace ? Aten.celu_.CallInPlace(x, alpha) : Aten.celu.Call(x, alpha);

            /// <summary>The scaled exponential linear unit of each element.</summary>
            public static Tensor selu(Tensor x, bool inplace = false) =>
                inplace ? Aten.selu_.CallInPlace(x) : Aten.selu.Call(x);

            /// <summary>x times the sigmoid of x, of each element.</summary>
            public static Tensor silu(Tensor x, bool inplace = false) =>
                inplace ? Aten.silu_.CallInPlace(x) : Aten.silu.Call(x);

            /// <summary>x times the hyperbolic tangent of softplus x, of each element.</summary>
            public static Tensor mish(Tensor x, bool inplace = false) =>
                inplace ? Aten.mish_.CallInPlace(x) : Aten.mish.Call(x);

            /// <summary>x times the normal distribution function at x, of each element.</summary>
            public static Tensor gelu(Tensor x) => x.gelu();

            /// <summary>The first half along a dimension times the sigmoid of the second.</summary>
            public static Tensor glu(Tensor input, long dim = -1) => Aten.glu.Call(input, dim);

            /// <summary>Each element, but at least <c>min_val</c> and at most <c>max_val</c>.</summary>
            public static Tensor hardtanh(
                Tensor x,
                double min_val = -1,
                double max_val = 1,
                bool inplace = false
            ) =>
                inplace
                    ? Aten.hardtanh_.CallInPlace(x, min_val, max_val)
                    : Aten.hardtanh.Call(x, min_val, max_val);

            /// <summary>log(1 + e^(beta x)) / beta of each element.</summary>
            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) =>
                Aten.softplus.Call(x, beta, threshold);

            /// <summary>1 / (1 + e^−x) of each element.</summary>
            public static Tensor sigmoid(Tensor x) => x.sigmoid();

            /// <summary>1 / (1 + e^−x) of each element.</summary>
            public static Tensor sigmoid(Tensor x, bool inplace) => inplace ? x.sigmoid_() : x.sigmoid();

            /// <summary>The logarithm of the sigmoid of each element.</summary>
            public static Tensor logsigmoid(Tensor x) => Aten.log_sigmoid.Call(x);

            /// <summary>The hyperbolic tangent of each element.</summary>
            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? x.tanh_() : x.tanh();

            /// <summary>The exponentials, divided by their sum along a dimension.</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) =>
                Aten.softmax_int.Call(input, dim, dtype);

            /// <summary>The logarithm of the softmax along a dimension.</summary>
            public static Tensor log_softmax(Tensor x, long dim) => Aten.log_softmax_int.Call(x, dim);

            /// <summary>The softmax of the negative along a dimension.</summary>
            public static Tensor softmin(Tensor x, long dim) => x.neg().softmax(dim);
        }
    }
}
