namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The largest element of each window.</summary>
            public static Tensor max_pool1d(
                Tensor input,
                long kernel_size,
                long? stride = null,
                long? padding = null,
                long? dilation = null,
                bool ceil_mode = false
            ) =>
                Aten.max_pool1d.Call(
                    input,
                    new[] { kernel_size },
                    new[] { stride ?? kernel_size },
                    new[] { padding ?? 0 },
                    new[] { dilation ?? 1 },
                    ceil_mode
                );

            /// <summary>The largest element of each window.</summary>
            public static Tensor max_pool2d(
                Tensor input,
                (long, long) kernel_size,
                (long, long)? stride = null,
                (long, long)? padding = null,
                (long, long)? dilation = null,
                bool ceil_mode = false
            ) =>
                Aten.max_pool2d.Call(
                    input,
                    Both(kernel_size),
                    Both(stride ?? kernel_size),
                    Both(padding ?? (0, 0)),
                    Both(dilation ?? (1, 1)),
                    ceil_mode
                );

            /// <summary>The largest element of each window.</summary>
            public static Tensor max_pool2d(
                Tensor input,
                long kernel_size,
                long? stride = null,
                long? padding = null,
                long? dilation = null,
                bool ceil_mode = false
            ) =>
                Aten.max_pool2d.Call(
                    input,
                    Both(kernel_size),
                    Both(stride ?? kernel_size),
                    Both(padding ?? 0),
                    Both(dilation ?? 1),
                    ceil_mode
                );

            /// <summary>The largest element of each window.</summary>
            public static Tensor max_pool2d(
                Tensor input,
                long[] kernel_size,
                long[]? strides = null,
                long[]? padding = null,
                long[]? dilation = null,
                bool ceil_mode = false
            ) =>
                Aten.max_pool2d.Call(
                    input,
                    kernel_size,
                    strides ?? kernel_size,
                    padding ?? [0, 0],
                    dilation ?? [1, 1],
                    ceil_mode
                );

            /// <summary>The mean of each window.</summary>
            public static Tensor avg_pool1d(
                Tensor input,
                long kernel_size,
                long? stride = null,
                long? padding = null,
                bool ceil_mode = false,
                bool count_include_pad = true
            ) =>
                Aten.avg_pool1d.Call(
                    input,
                    new[] { kernel_size },
                    new[] { stride ?? kernel_size },
                    new[] { padding ?? 0 },
                    ceil_mode,
                    count_include_pad
                );

            /// <summary>The mean of each window.</summary>
            public static Tensor avg_pool2d(
                Tensor input,
                (long, long) kernel_size,
                (long, long)? stride = null,
                (long, long)? padding = null,
                bool ceil_mode = false,
                bool count_include_pad = true,
                long? divisor_override = null
            ) =>
                Aten.avg_pool2d.Call(
                    input,
                    Both(kernel_size),
                    Both(stride ?? kernel_size),
                    Both(padding ?? (0, 0)),
                    ceil_mode,
                    count_include_pad,
                    divisor_override
                );

            /// <summary>The mean of each window.</summary>
            public static Tensor avg_pool2d(
                Tensor input,
                long kernel_size,
                long? stride = null,
                long padding = 0,
                bool ceil_mode = false,
                bool count_include_pad = true,
                long? divisor_override = null
            ) =>
                Aten.avg_pool2d.Call(
                    input,
                    Both(kernel_size),
                    Both(stride ?? kernel_size),
                    Both(padding),
                    ceil_mode,
                    count_include_pad,
                    divisor_override
                );

            /// <summary>The mean of each window.</summary>
            public static Tensor avg_pool2d(
                Tensor input,
                long[] kernel_size,
                long[]? stride = null,
                long[]? padding = null,
                bool ceil_mode = false,
                bool count_include_pad = true,
                long? divisor_override = null
            ) =>
                Aten.avg_pool2d.Call(
                    input,
                    kernel_size,
                    stride ?? kernel_size,
                    padding ?? [0, 0],
                    ceil_mode,
                    count_include_pad,
                    divisor_override
                );

            /// <summary>The means of as many windows as the output has elements.</summary>
            public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) =>
                Aten.adaptive_avg_pool1d.Call(input, new[] { output_size });

            /// <summary>The means of as many windows as the output has elements.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) =>
                Aten.adaptive_avg_pool2d.Call(input, Both(output_size));

            /// <summary>The means of as many windows as the output has elements.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) =>
                Aten.adaptive_avg_pool2d.Call(input, Both(output_size));

            /// <summary>The means of as many windows as the output has elements.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) =>
                Aten.adaptive_avg_pool2d.Call(input, output_size);
        }
    }
}
