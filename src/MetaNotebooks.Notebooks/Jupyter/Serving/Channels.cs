using System.Net;
using System.Net.Sockets;
using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Jupyter.Evaluation;
using MetaNotebooks.Notebooks.Jupyter.Protocol;
using NetMQ;
using NetMQ.Sockets;

namespace MetaNotebooks.Notebooks.Jupyter.Serving;

/// <summary>The kernel's five sockets, all used by the poller's thread alone; any thread may send.</summary>
internal sealed class Channels
{
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(200);
    private readonly WireFormat _format;
    private readonly NetMQPoller _poller;
    private readonly NetMQSocket[] _sockets;

    /// <summary>Binds the addresses of the connection file, and no other.</summary>
    /// <exception cref="BadInputException">The kernel cannot listen on one of them.</exception>
    public Channels(ConnectionFile connection, Action<Channel, Message> received)
    {
        _format = new WireFormat(connection.Key);
        int[] ports =
        [
            connection.Shell,
            connection.Control,
            connection.Stdin,
            connection.IoPub,
            connection.Heartbeat,
        ];
        // NetMQ takes a dozen ports of the system's choice for itself, which must not be these.
        var held = Array.ConvertAll(ports, Hold);
        var heartbeat = new RouterSocket();
        _poller = new NetMQPoller();
        // In the order of Channel.
        _sockets = [new RouterSocket(), new RouterSocket(), new RouterSocket(), new PublisherSocket()];
        foreach (var (socket, port, holder) in ((NetMQSocket[])[.. _sockets, heartbeat]).Zip(ports, held))
        {
            holder.Dispose();
            Bind(socket, connection.Address(port));
        }
        for (var channel = Channel.Shell; channel < Channel.IoPub; channel++)
        {
            var from = channel;
            Hear(
                _sockets[(int)channel],
                frames =>
                {
                    if (_format.Read(frames) is { } message)
                        received(from, message);
                }
            );
        }
        Hear(heartbeat, beat => heartbeat.SendMultipartBytes(beat));
        _poller.RunAsync(HostThreads.Sockets, isBackgroundThread: true);
    }

    /// <summary>Sends a message, after all that were sent before.</summary>
    public void Send(Channel channel, Message message)
    {
        var frames = _format.Write(message);
        Do(() => _sockets[(int)channel].SendMultipartBytes(frames));
    }

    /// <summary>Waits until all is on its way; the sockets are closed by the end of the process.</summary>
    /// <remarks>
    /// To dispose of them would lose messages: NetMQ 4.0 always reads, and on Unix .NET resets a connection
    /// that is closed while it is read, which throws away what the client has not taken yet. After the end
    /// of the process the system still delivers it.
    /// </remarks>
    public void Flush()
    {
        Do(() => { }).Wait();
        Thread.Sleep(Linger);
    }

    private Task Do(Action action)
    {
        var task = new Task(action);
        // An interrupt stops a cell's thread anywhere but in a finally block; half queued, a task holds up
        // all others.
        try { }
        finally
        {
            // So that nobody waits for NetMQ's own lock: a wait is interrupted in a finally block too.
            lock (_poller)
                task.Start(_poller);
        }
        return task;
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

    private static Socket Hold(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        }
        catch (Exception bad) when (bad is SocketException or ArgumentException)
        {
            // Bind tells what is wrong with it.
        }
        return socket;
    }

    private static void Bind(NetMQSocket socket, string address)
    {
        // Nothing is dropped, however slow a client is.
        (socket.Options.SendHighWatermark, socket.Options.ReceiveHighWatermark) = (0, 0);
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
