using System.Collections.Concurrent;
using MetaNotebooks.Jupyter.Protocol;
using MetaNotebooks.Jupyter.Zmq;

namespace MetaNotebooks.Jupyter.Serving;

/// <summary>The kernel's five sockets, all used by one thread; any thread may send.</summary>
internal sealed class Channels : IDisposable
{
    private const string WakeAddress = "inproc://wake";
    private readonly ZmqContext _context = new();
    private readonly WireFormat _format;
    private readonly ZmqSocket[] _sockets;
    private readonly ZmqSocket _heartbeat;
    private readonly ZmqSocket _awakened;
    private readonly ZmqSocket _wake;
    private readonly ConcurrentQueue<(Channel Channel, Message Message)> _outgoing = new();
    private readonly Thread _thread;
    private volatile bool _closing;

    /// <summary>Binds the addresses of the connection file, and no other.</summary>
    public Channels(ConnectionFile connection, Action<Channel, Message> received)
    {
        _format = new WireFormat(connection.Key);
        ZmqSocket Bound(SocketKind kind, int port)
        {
            var socket = _context.Socket(kind);
            socket.Bind(connection.Address(port));
            return socket;
        }
        _sockets =
        [
            Bound(SocketKind.Router, connection.Shell),
            Bound(SocketKind.Router, connection.Control),
            Bound(SocketKind.Router, connection.Stdin),
            Bound(SocketKind.Publisher, connection.IoPub),
        ];
        _heartbeat = Bound(SocketKind.Router, connection.Heartbeat);
        (_awakened, _wake) = (_context.Socket(SocketKind.Pair), _context.Socket(SocketKind.Pair));
        _awakened.Bind(WakeAddress);
        _wake.Connect(WakeAddress);
        _thread = new Thread(() => Serve(received)) { Name = "sockets", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Sends a message, after all that were sent before.</summary>
    public void Send(Channel channel, Message message)
    {
        _outgoing.Enqueue((channel, message));
        Wake();
    }

    /// <summary>Sends what is still to be sent, then closes the sockets.</summary>
    public void Dispose()
    {
        _closing = true;
        Wake();
        _thread.Join();
        foreach (var socket in (ZmqSocket[])[.. _sockets, _heartbeat, _awakened, _wake])
            socket.Dispose();
        _context.Dispose();
    }

    private void Wake()
    {
        lock (_wake)
            _wake.Send([
                [],
            ]);
    }

    private void Serve(Action<Channel, Message> received)
    {
        ZmqSocket[] heard = [.. _sockets.Take((int)Channel.IoPub), _heartbeat, _awakened];
        while (!_closing || !_outgoing.IsEmpty)
        {
            while (_outgoing.TryDequeue(out var next))
                _sockets[(int)next.Channel].Send(_format.Write(next.Message));
            if (_closing)
                continue;
            var ready = ZmqSocket.Ready(heard);
            while (_awakened.Receive() is not null) { }
            while (_heartbeat.Receive() is { } beat)
                _heartbeat.Send(beat);
            for (var i = 0; i < (int)Channel.IoPub; i++)
                while (ready[i] && heard[i].Receive() is { } frames)
                    if (_format.Read(frames) is { } message)
                        received((Channel)i, message);
        }
    }
}
