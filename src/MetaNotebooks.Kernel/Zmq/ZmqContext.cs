namespace MetaNotebooks.Jupyter.Zmq;

/// <summary>What sockets of one process share.</summary>
internal sealed class ZmqContext : IDisposable
{
    /// <summary>libzmq's handle.</summary>
    public IntPtr Handle { get; } = Native.zmq_ctx_new();

    /// <summary>Makes a socket; dispose of it before the context.</summary>
    public ZmqSocket Socket(SocketKind kind) => new(this, kind);

    /// <inheritdoc/>
    public void Dispose() => _ = Native.zmq_ctx_term(Handle);
}
