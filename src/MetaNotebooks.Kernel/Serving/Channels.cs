using System.Net.Sockets;
using MetaNotebooks.Jupyter.Protocol;
using MetaNotebooks.Runner.Notebooks;
using NetMQ;
using NetMQ.Sockets;

namespace MetaNotebooks.Jupyter.Serving;

/// <summary>The kernel's five sockets, all used by the poller's thread alone; any thread may send.</summary>
internal sealed class Channels : IDisposable
{
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(500);
    private readonly WireFormat _format;
    private readonly NetMQPoller _poller = new();
    private readonly NetMQSocket[] _sockets;
    private readonly NetMQSocket _heartbeat = new RouterSocket();

    /// <summary>Binds the addresses of the connection file, and no other.</summary>
    /// <exception cref="BadInputException">The kernel cannot listen on one of them.</exception>
    public Channels(ConnectionFile connection, Action<Channel, Message> received)
    {
        _format = new WireFormat(connection.Key);
        // In the order of Channel.
        _sockets = [new RouterSocket(), new RouterSocket(), new RouterSocket(), new PublisherSocket()];
        int[] ports = [connection.Shell, connection.Control, connection.Stdin, connection.IoPub];
        for (var i = 0; i < ports.Length; i++)
        {
            var channel = (Channel)i;
            if (channel != Channel.IoPub)
                Hear(
                    _sockets[i],
                    frames =>
                    {
                        if (_format.Read(frames) is { } message)
                            received(channel, message);
                    }
                );
            Bind(_sockets[i], connection.Address(ports[i]));
        }
        Hear(_heartbeat, beat => _heartbeat.SendMultipartBytes(beat));
        Bind(_heartbeat, connection.Address(connection.Heartbeat));
        _poller.RunAsync("sockets", isBackgroundThread: true);
    }

    /// <summary>Sends a message, after all that were sent before; nothing once the sockets are closed.</summary>
    public void Send(Channel channel, Message message)
    {
        var frames = _format.Write(message);
        var sending = new Task(() => _sockets[(int)channel].SendMultipartBytes(frames));
        // An interrupt stops a cell's thread anywhere but in a finally block; half queued, a message holds up others.
        try { }
        finally
        {
            lock (_poller)
                if (!_poller.IsDisposed)
                    sending.Start(_poller);
        }
    }

    /// <summary>Sends what is still to be sent, then closes the sockets.</summary>
    public void Dispose()
    {
        // The poller runs what is queued before it ends.
        lock (_poller)
            _poller.Dispose();
        foreach (var socket in (NetMQSocket[])[.. _sockets, _heartbeat])
            socket.Dispose();
        NetMQConfig.Cleanup();
    }

    private void Hear(NetMQSocket socket, Action<List<byte[]>> received)
    {
        socket.ReceiveReady += (_, _) =>
        {
            var frames = new List<byte[]>();
            if (socket.TryReceiveMultipartBytes(ref frames))
                received(frames);
        };
        _poller.Add(socket);
    }

    private static void Bind(NetMQSocket socket, string address)
    {
        // Nothing is dropped for a slow client, nor at the end within a time.
        (socket.Options.SendHighWatermark, socket.Options.ReceiveHighWatermark) = (0, 0);
        socket.Options.Linger = Linger;
        if (socket is RouterSocket)
            // A client that connects anew under its name gets the answers.
            socket.Options.RouterHandover = true;
        try
        {
            socket.Bind(address);
        }
        catch (Exception bad) when (bad is NetMQException or SocketException or ArgumentException)
        {
            throw new BadInputException($"{address}: the kernel cannot listen there ({bad.Message})");
        }
    }
}
