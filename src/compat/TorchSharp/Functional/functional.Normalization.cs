namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Each channel less its mean and divided by its standard deviation, over the batch or from the running statistics.</summary>
            public static Tensor batch_norm(
                Tensor input,
                Tensor running_mean,
                Tensor running_var,
                Tensor? weight = null,
                Tensor? bias = null,
                bool training = false,
                double momentum = 0.1,
                double eps = 1E-05
            ) =>
                Aten.batch_norm.Call(
                    input,
                    weight,
                    bias,
                    running_mean,
                    running_var,
                    training,
                    momentum,
                    eps,
                    false
                );

            /// <summary>The last dimensions less their mean and divided by their standard deviation.</summary>
            public static Tensor layer_norm(
                Tensor input,
                long[] normalized_shape,
                Tensor? weight = null,
                Tensor? bias = null,
                double eps = 1E-05
            ) => Aten.layer_norm.Call(input, normalized_shape, weight, bias, eps);

            /// <summary>Groups of channels less their mean and divided by their standard deviation.</summary>
            public static Tensor group_norm(
                Tensor input,
                long num_groups,
                Tensor? weight = null,
                Tensor? bias = null,
                double eps = 1E-05
            ) => Aten.group_norm.Call(input, num_groups, weight, bias, eps);

            /// <summary>Each channel of each sample less its mean and divided by its standard deviation.</summary>
            public static Tensor instance_norm(
                Tensor input,
                Tensor? running_mean = null,
                Tensor? running_var = null,
                Tensor? weight = null,
                Tensor? bias = null,
                bool use_input_stats = true,
                double momentum = 0.1,
                double eps = 1E-05
            ) =>
                Aten.instance_norm.Call(
                    input,
                    weight,
                    bias,
                    running_mean,
                    running_var,
                    use_input_stats,
                    momentum,
                    eps,
                    false
                );

            /// <summary>The vectors along a dimension divided by their p-norm.</summary>
            public static Tensor normalize(Tensor input, double p = 2, long dim = 1, double eps = 1E-12) =>
                input / input.norm((int)dim, true, (float)p).clamp_min(eps).expand_as(input);
        }
    }
}
