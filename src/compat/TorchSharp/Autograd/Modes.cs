namespace TorchSharp;

public static partial class torch
{
    private sealed class GradMode : IDisposable
    {
        private readonly int previous = Native.bridge_grad_enabled();

        internal GradMode(bool enabled) => Native.bridge_set_grad_enabled(enabled ? 1 : 0);

        public void Dispose() => Native.bridge_set_grad_enabled(previous);
    }

    private sealed class InferenceMode(bool enabled) : IDisposable
    {
        private nint mode = Native.bridge_enter_inference(enabled ? 1 : 0);

        public void Dispose()
        {
            if (mode != 0)
                Native.bridge_leave_inference(mode);
            mode = 0;
        }
    }

    /// <summary>Until the result is disposed, this thread records no graph.</summary>
    public static IDisposable no_grad() => new GradMode(false);

    /// <summary>Until the result is disposed, this thread does or does not record a graph.</summary>
    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    /// <summary>Until the result is disposed, this thread does or does not record a graph.</summary>
    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    /// <summary>True if this thread records a graph.</summary>
    public static bool is_grad_enabled() => Native.bridge_grad_enabled() != 0;

    /// <summary>
    /// Until the result is disposed, this thread makes tensors that no graph can ever use.
    /// </summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    /// <summary>True if this thread is in inference mode.</summary>
    public static bool is_inference_mode_enabled() => Native.bridge_inference_enabled() != 0;
}
