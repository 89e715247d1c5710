namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>x Wᵀ + b over the last dimension.</summary>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) =>
                Aten.linear.Call(input, weights, bias);

            /// <summary>x₁ W x₂ + b over the last dimensions.</summary>
            public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null) =>
                Aten.bilinear.Call(input1, input2, weight, bias);

            /// <summary>The convolution of signals <c>[n, c, l]</c> with kernels <c>[out, c / groups, k]</c>.</summary>
            public static Tensor conv1d(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long? stride = null,
                long? padding = null,
                long? dilation = null,
                long groups = 1
            ) =>
                Aten.conv1d.Call(
                    input,
                    weight,
                    bias,
                    new[] { stride ?? 1 },
                    new[] { padding ?? 0 },
                    new[] { dilation ?? 1 },
                    groups
                );

            /// <summary>The convolution of images <c>[n, c, h, w]</c> with kernels <c>[out, c / groups, kh, kw]</c>.</summary>
            public static Tensor conv2d(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long[]? strides = null,
                long[]? padding = null,
                long[]? dilation = null,
                long groups = 1
            ) =>
                Aten.conv2d.Call(
                    input,
                    weight,
                    bias,
                    strides ?? [1, 1],
                    padding ?? [0, 0],
                    dilation ?? [1, 1],
                    groups
                );

            /// <summary>The transpose of the convolution of images.</summary>
            public static Tensor conv_transpose2d(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long[]? strides = null,
                long[]? padding = null,
                long[]? output_padding = null,
                long[]? dilation = null,
                long groups = 1
            ) =>
                Aten.conv_transpose2d_input.Call(
                    input,
                    weight,
                    bias,
                    strides ?? [1, 1],
                    padding ?? [0, 0],
                    output_padding ?? [0, 0],
                    groups,
                    dilation ?? [1, 1]
                );

            /// <summary>The windows of images, one column for each.</summary>
            public static Tensor unfold(
                Tensor input,
                (long, long) kernel_size,
                (long, long)? dilation = null,
                (long, long)? padding = null,
                (long, long)? stride = null
            ) =>
                Aten.im2col.Call(
                    input,
                    Both(kernel_size),
                    Both(dilation ?? (1, 1)),
                    Both(padding ?? (0, 0)),
                    Both(stride ?? (1, 1))
                );

            /// <summary>The windows of images, one column for each.</summary>
            public static Tensor unfold(
                Tensor input,
                long kernel_size,
                long dilation = 1,
                long padding = 0,
                long stride = 1
            ) => Aten.im2col.Call(input, Both(kernel_size), Both(dilation), Both(padding), Both(stride));
        }
    }
}
