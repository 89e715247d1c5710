namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Minus the log-probability that the softmax of the scores gives to the target.</summary>
            public static Tensor cross_entropy(
                Tensor input,
                Tensor target,
                Tensor? weight = null,
                long ignore_index = -100,
                Reduction reduction = Reduction.Mean,
                double label_smoothing = 0
            ) =>
                Aten.cross_entropy_loss.Call(input, target, weight, reduction, ignore_index, label_smoothing);

            /// <summary>Minus the log-probability of the target.</summary>
            public static Tensor nll_loss(
                Tensor input,
                Tensor target,
                Tensor? weight = null,
                Reduction reduction = Reduction.Mean
            ) => Aten.nll_loss_nd.Call(input, target, weight, reduction);

            /// <summary>The squared differences.</summary>
            public static Tensor mse_loss(
                Tensor input,
                Tensor target,
                Reduction reduction = Reduction.Mean
            ) => Aten.mse_loss.Call(input, target, reduction);

            /// <summary>The absolute differences.</summary>
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Aten.l1_loss.Call(input, target, reduction);

            /// <summary>The squared differences where they are below <c>beta</c>, else the absolute ones.</summary>
            public static Tensor smooth_l1_loss(
                Tensor input,
                Tensor target,
                Reduction reduction = Reduction.Mean,
                double beta = 1
            ) => Aten.smooth_l1_loss.Call(input, target, reduction, beta);

            /// <summary>The squared differences where they are below <c>delta</c>, else the absolute ones times delta.</summary>
            public static Tensor huber_loss(
                Tensor input,
                Tensor target,
                double delta = 1,
                Reduction reduction = Reduction.Mean
            ) => Aten.huber_loss.Call(input, target, reduction, delta);

            /// <summary>Minus the log-probability of targets between 0 and 1.</summary>
            public static Tensor binary_cross_entropy(
                Tensor input,
                Tensor target,
                Tensor? weight = null,
                Reduction reduction = Reduction.Mean
            ) => Aten.binary_cross_entropy.Call(input, target, weight, reduction);

            /// <summary>Minus the log-probability of targets between 0 and 1, given the scores before the sigmoid.</summary>
            public static Tensor binary_cross_entropy_with_logits(
                Tensor input,
                Tensor target,
                Tensor? weight = null,
                Reduction reduction = Reduction.Mean,
                Tensor? pos_weights = null
            ) => Aten.binary_cross_entropy_with_logits.Call(input, target, weight, pos_weights, reduction);

            /// <summary>The Kullback-Leibler divergence, given the logarithm of the input.</summary>
            public static Tensor kl_div(
                Tensor input,
                Tensor target,
                bool log_target = true,
                Reduction reduction = Reduction.Mean
            ) => Aten.kl_div.Call(input, target, reduction, log_target);

            /// <summary>One minus the cosine for pairs that belong together, else the cosine above a margin.</summary>
            public static Tensor cosine_embedding_loss(
                Tensor input1,
                Tensor input2,
                Tensor target,
                double margin = 0,
                Reduction reduction = Reduction.Mean
            ) => Aten.cosine_embedding_loss.Call(input1, input2, target, margin, reduction);
        }
    }
}
