namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>While training, each element zero with probability p, the others divided by 1 − p.</summary>
            public static Tensor dropout(
                Tensor input,
                double p = 0.5,
                bool training = true,
                bool inplace = false
            ) =>
                inplace
                    ? Aten.dropout_.CallInPlace(input, p, training)
                    : Aten.dropout.Call(input, p, training);

            /// <summary>A vector of zeros with a one at each number.</summary>
            public static Tensor one_hot(Tensor x, long num_classes = -1) =>
                Aten.one_hot.Call(x, num_classes);

            /// <summary>The tensor with a border; sizes from the last dimension on, before and after.</summary>
            public static Tensor pad(
                Tensor input,
                ReadOnlySpan<long> pad,
                PaddingModes mode = PaddingModes.Constant,
                double value = 0
            ) => Borders.Of(input, pad.ToArray(), mode, value);

            /// <summary>The tensor with a border; sizes from the last dimension on, before and after.</summary>
            public static Tensor pad(
                Tensor input,
                (long, long, long, long) pad,
                PaddingModes mode = PaddingModes.Constant,
                double value = 0
            ) => Borders.Of(input, [pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

            /// <summary>The tensor with a border; sizes from the last dimension on, before and after.</summary>
            public static Tensor pad(
                Tensor input,
                (long, long) pad,
                PaddingModes mode = PaddingModes.Constant,
                double value = 0
            ) => Borders.Of(input, [pad.Item1, pad.Item2], mode, value);

            /// <summary>The tensor with a border; sizes from the last dimension on, before and after.</summary>
            public static Tensor pad(
                Tensor input,
                long pad,
                PaddingModes mode = PaddingModes.Constant,
                double value = 0
            ) => Borders.Of(input, Enumerable.Repeat(pad, 2 * (int)input.ndim).ToArray(), mode, value);

            /// <summary>The tensor with a border; sizes from the last dimension on, before and after.</summary>
            public static Tensor pad(
                Tensor input,
                long[] pad,
                PaddingModes mode = PaddingModes.Constant,
                double value = 0
            ) => Borders.Of(input, pad, mode, value);

            /// <summary>The cosine of the angle between vectors along a dimension.</summary>
            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1E-08) =>
                Aten.cosine_similarity.Call(x1, x2, dim, eps);

            /// <summary>The p-norm of the differences along the last dimension.</summary>
            public static Tensor pairwise_distance(
                Tensor input1,
                Tensor input2,
                double p = 2,
                double eps = 1E-06,
                bool keepdim = false
            ) => Aten.pairwise_distance.Call(input1, input2, p, eps, keepdim);
        }
    }
}
