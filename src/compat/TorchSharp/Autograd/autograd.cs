namespace TorchSharp;

public static partial class torch
{
    /// <summary>Derivatives.</summary>
    public static class autograd
    {
        /// <summary>
        /// The gradients of the sum of <paramref name="outputs"/> (weighted with
        /// <paramref name="grad_outputs"/>) with respect to <paramref name="inputs"/>, one for each input.
        /// </summary>
        /// <param name="outputs">What is differentiated.</param>
        /// <param name="inputs">With respect to what.</param>
        /// <param name="grad_outputs">One weight for each output, of its shape; may be left out for scalars.</param>
        /// <param name="retain_graph">Keep the graph, so that it can be differentiated again.</param>
        /// <param name="create_graph">Record a graph of the derivative, so that it can be differentiated.</param>
        /// <param name="allow_unused">
        /// The gradient of an input that the outputs do not depend on is a tensor with
        /// <see cref="Tensor.IsInvalid"/>, and not an error.
        /// </param>
        public static unsafe IList<Tensor> grad(
            IList<Tensor> outputs,
            IList<Tensor> inputs,
            IList<Tensor>? grad_outputs = null,
            bool retain_graph = false,
            bool create_graph = false,
            bool allow_unused = false
        )
        {
            var from = Handles(outputs);
            var to = Handles(inputs);
            var weights = Handles(grad_outputs ?? []);
            var found = new nint[to.Length];
            fixed (
                nint* f = from,
                    t = to,
                    w = weights,
                    g = found
            )
            {
                Native.Check(
                    Native.bridge_grad(
                        f,
                        from.Length,
                        t,
                        to.Length,
                        w,
                        weights.Length,
                        retain_graph ? 1 : 0,
                        create_graph ? 1 : 0,
                        allow_unused ? 1 : 0,
                        g
                    )
                );
            }
            foreach (var list in (ReadOnlySpan<IList<Tensor>?>)[outputs, inputs, grad_outputs])
                KeepAlive(list);
            return Array.ConvertAll(found, handle => handle == 0 ? new Tensor() : new Tensor(handle));
        }

        /// <summary>Until the result is disposed, a gradient that becomes NaN is an error.</summary>
        public static AnomalyMode detect_anomaly(bool check_nan = true) => new(true, check_nan);

        /// <summary>Until the result is disposed, a gradient that becomes NaN is or is not an error.</summary>
        public static AnomalyMode set_detect_anomaly(bool mode, bool check_nan = true) =>
            new(mode, check_nan);

        private static nint[] Handles(IList<Tensor> tensors)
        {
            var handles = new nint[tensors.Count];
            for (var i = 0; i < handles.Length; i++)
                handles[i] = tensors[i]?.Handle ?? 0;
            return handles;
        }

        private static void KeepAlive(IList<Tensor>? tensors)
        {
            for (var i = 0; i < tensors?.Count; i++)
                GC.KeepAlive(tensors[i]);
        }
    }
}
