using System.Diagnostics;
using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Jupyter.Protocol;
using NetMQ;
using NetMQ.Sockets;

namespace MetaNotebooks.Notebooks.Jupyter;

/// <summary>A Jupyter client, for one thread.</summary>
internal sealed class Client : IDisposable
{
    /// <summary>Long enough for a busy machine.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WireFormat _format;
    private readonly string _session = Guid.NewGuid().ToString();

    /// <summary>Connects; of what is published it takes all, or only so many messages ahead.</summary>
    public Client(ConnectionFile connection, int mostUnread = 0)
    {
        _format = new WireFormat(connection.Key);
        IoPub.Options.ReceiveHighWatermark = mostUnread;
        Connect(Shell, connection.Address(connection.Shell));
        Connect(Control, connection.Address(connection.Control));
        Connect(Stdin, connection.Address(connection.Stdin));
        Connect(IoPub, connection.Address(connection.IoPub));
        Connect(Heartbeat, connection.Address(connection.Heartbeat));
        IoPub.SubscribeToAnyTopic();
    }

    public NetMQSocket Shell { get; } = new DealerSocket();
    public NetMQSocket Control { get; } = new DealerSocket();
    public NetMQSocket Stdin { get; } = new DealerSocket();
    public SubscriberSocket IoPub { get; } = new();
    public NetMQSocket Heartbeat { get; } = new DealerSocket();

    /// <summary>Sends a request, and gives its number.</summary>
    public string Send(NetMQSocket socket, string type, JsonObject? content = null)
    {
        var message = Message.Create(type, content ?? [], _session);
        socket.SendMultipartBytes(_format.Write(message));
        return (string)message.Header["msg_id"]!;
    }

    /// <summary>Waits for the frames of any message up to a time; null when none came.</summary>
    public static IReadOnlyList<byte[]>? Receive(NetMQSocket socket, TimeSpan patience)
    {
        var frames = new List<byte[]>();
        // In whole milliseconds, at least one: NetMQ 4.0 waits for ever for less than one (and for less than none).
        var rounded = TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(patience.TotalMilliseconds)));
        return socket.TryReceiveMultipartBytes(rounded, ref frames) ? frames : null;
    }

    /// <summary>The next message that a request caused; fails when none comes in time.</summary>
    public Message Next(NetMQSocket socket, string request, TimeSpan? patience = null) =>
        NextOf(socket, [request], patience);

    /// <summary>The next message that one of these requests caused; fails when none comes in time.</summary>
    public Message NextOf(NetMQSocket socket, IReadOnlyList<string> requests, TimeSpan? patience = null)
    {
        var (clock, most) = (Stopwatch.StartNew(), patience ?? Patience);
        while (clock.Elapsed < most)
            if (
                Receive(socket, most - clock.Elapsed) is { } frames
                && _format.Read(frames) is { } message
                && (string?)message.Parent["msg_id"] is { } cause
                && requests.Contains(cause)
            )
                return message;
        throw new TimeoutException("The kernel did not answer.");
    }

    /// <summary>The content of the answer to a request.</summary>
    public JsonObject Ask(NetMQSocket socket, string type, JsonObject? content = null) =>
        Next(socket, Send(socket, type, content)).Content;

    /// <summary>Waits until what the kernel publishes comes here.</summary>
    public Client Hear()
    {
        for (var tries = 0; tries < 100; tries++)
        {
            var request = Send(Shell, "kernel_info_request");
            Next(Shell, request);
            try
            {
                while (
                    (string?)Next(IoPub, request, TimeSpan.FromMilliseconds(200)).Content["execution_state"]
                    != "idle"
                ) { }
                return this;
            }
            catch (TimeoutException)
            {
                // Not subscribed yet.
            }
        }
        throw new TimeoutException("The kernel publishes nothing.");
    }

    /// <summary>Sends a cell, and gives its number.</summary>
    public string Start(string code) => Send(Shell, "execute_request", new JsonObject { ["code"] = code });

    /// <summary>What a request published, up to the idle kernel.</summary>
    public IReadOnlyList<Message> Published(string request)
    {
        var published = new List<Message>();
        do published.Add(Next(IoPub, request));
        while (published[^1].Type != "status" || (string?)published[^1].Content["execution_state"] != "idle");
        return published;
    }

    /// <summary>What a cell published, and its reply.</summary>
    public (JsonObject Reply, IReadOnlyList<Message> Published) Finish(string cell)
    {
        var published = Published(cell);
        return (Next(Shell, cell).Content, published);
    }

    /// <summary>Runs a cell to its end.</summary>
    public (JsonObject Reply, IReadOnlyList<Message> Published) Execute(string code) => Finish(Start(code));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var socket in (NetMQSocket[])[Shell, Control, Stdin, IoPub, Heartbeat])
            socket.Dispose();
    }

    private void Connect(NetMQSocket socket, string address)
    {
        // The kernel asks its questions at the name that the cell came from.
        socket.Options.Identity = System.Text.Encoding.ASCII.GetBytes(_session);
        socket.Connect(address);
    }
}
