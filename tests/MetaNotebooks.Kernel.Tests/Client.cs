using System.Diagnostics;
using System.Text.Json.Nodes;
using MetaNotebooks.Jupyter.Protocol;
using MetaNotebooks.Jupyter.Zmq;

namespace MetaNotebooks.Jupyter;

/// <summary>A Jupyter client, for one thread.</summary>
internal sealed class Client : IDisposable
{
    /// <summary>Long enough for a busy machine.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ZmqContext _context = new();
    private readonly WireFormat _format;
    private readonly string _session = Guid.NewGuid().ToString();

    public Client(ConnectionFile connection)
    {
        _format = new WireFormat(connection.Key);
        ZmqSocket Connected(SocketKind kind, int port)
        {
            var socket = _context.Socket(kind);
            // The kernel asks its questions at the name that the cell came from.
            socket.Connect(connection.Address(port), System.Text.Encoding.ASCII.GetBytes(_session));
            return socket;
        }
        Shell = Connected(SocketKind.Dealer, connection.Shell);
        Control = Connected(SocketKind.Dealer, connection.Control);
        Stdin = Connected(SocketKind.Dealer, connection.Stdin);
        IoPub = Connected(SocketKind.Subscriber, connection.IoPub);
        Heartbeat = Connected(SocketKind.Dealer, connection.Heartbeat);
    }

    public ZmqSocket Shell { get; }
    public ZmqSocket Control { get; }
    public ZmqSocket Stdin { get; }
    public ZmqSocket IoPub { get; }
    public ZmqSocket Heartbeat { get; }

    /// <summary>Sends a request, and gives its number.</summary>
    public string Send(ZmqSocket socket, string type, JsonObject? content = null)
    {
        var message = Message.Create(type, content ?? [], _session);
        socket.Send(_format.Write(message));
        return (string)message.Header["msg_id"]!;
    }

    /// <summary>The next message that a request caused; fails when none comes in time.</summary>
    public Message Next(ZmqSocket socket, string request, TimeSpan? patience = null)
    {
        var (clock, most) = (Stopwatch.StartNew(), patience ?? Patience);
        while (clock.Elapsed < most)
            if (
                socket.Receive(most - clock.Elapsed) is { } frames
                && _format.Read(frames) is { } message
                && (string?)message.Parent["msg_id"] == request
            )
                return message;
        throw new TimeoutException("The kernel did not answer.");
    }

    /// <summary>The content of the answer to a request.</summary>
    public JsonObject Ask(ZmqSocket socket, string type, JsonObject? content = null) =>
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

    /// <summary>What a cell published, up to the idle kernel, and its reply.</summary>
    public (JsonObject Reply, IReadOnlyList<Message> Published) Finish(string cell)
    {
        var published = new List<Message>();
        do published.Add(Next(IoPub, cell));
        while (published[^1].Type != "status" || (string?)published[^1].Content["execution_state"] != "idle");
        return (Next(Shell, cell).Content, published);
    }

    /// <summary>Runs a cell to its end.</summary>
    public (JsonObject Reply, IReadOnlyList<Message> Published) Execute(string code) => Finish(Start(code));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var socket in (ZmqSocket[])[Shell, Control, Stdin, IoPub, Heartbeat])
            socket.Dispose();
        _context.Dispose();
    }
}
