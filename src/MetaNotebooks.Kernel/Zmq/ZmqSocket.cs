using System.Runtime.InteropServices;
using System.Text;

namespace MetaNotebooks.Jupyter.Zmq;

/// <summary>One libzmq socket; only one thread at a time may use it.</summary>
internal sealed class ZmqSocket : IDisposable
{
    private const int IdentityOption = 5;
    private const int SubscribeOption = 6;
    private const int LingerOption = 17;
    private const int SendLimitOption = 23;
    private const int ReceiveLimitOption = 24;
    private const int LastEndpointOption = 32;
    private const int RouterHandoverOption = 56;
    private const int DoNotWait = 1;
    private const int SendMore = 2;
    private const short ReadyToRead = 1;
    private const int MessageSize = 64;
    private IntPtr _handle;

    /// <summary>Opens a socket that drops nothing while it is open.</summary>
    public ZmqSocket(ZmqContext context, SocketKind kind)
    {
        _handle = Native.zmq_socket(context.Handle, (int)kind);
        if (_handle == IntPtr.Zero)
            throw Error("zmq_socket");
        Set(LingerOption, 500);
        Set(SendLimitOption, 0);
        Set(ReceiveLimitOption, 0);
        if (kind == SocketKind.Router)
            Set(RouterHandoverOption, 1);
        if (kind == SocketKind.Subscriber)
            Check(Native.zmq_setsockopt(_handle, SubscribeOption, [], 0), "subscribe");
    }

    /// <summary>The address that the socket is bound to, with the port that the system gave.</summary>
    public string Address
    {
        get
        {
            var text = new byte[256];
            var size = (nuint)text.Length;
            Check(Native.zmq_getsockopt(_handle, LastEndpointOption, text, ref size), "address");
            return Encoding.UTF8.GetString(text, 0, (int)size - 1);
        }
    }

    /// <summary>Listens on an address, and on no other.</summary>
    public void Bind(string address) => Check(Native.zmq_bind(_handle, address), $"bind {address}");

    /// <summary>Connects to an address, under a name by which the other side sends to this one.</summary>
    public void Connect(string address, byte[] name)
    {
        Check(Native.zmq_setsockopt(_handle, IdentityOption, name, (nuint)name.Length), "name");
        Connect(address);
    }

    /// <summary>Connects to an address.</summary>
    public void Connect(string address) => Check(Native.zmq_connect(_handle, address), $"connect {address}");

    /// <summary>Sends one message of several frames; to nobody, when nobody is there.</summary>
    public void Send(IReadOnlyList<byte[]> frames)
    {
        for (var i = 0; i < frames.Count; i++)
        {
            var flags = DoNotWait | (i + 1 < frames.Count ? SendMore : 0);
            if (Native.zmq_send(_handle, frames[i], (nuint)frames[i].Length, flags) < 0)
                return;
        }
    }

    /// <summary>Takes a message that is there; null when there is none.</summary>
    public List<byte[]>? Receive()
    {
        List<byte[]>? frames = null;
        var message = Marshal.AllocHGlobal(MessageSize);
        try
        {
            bool more;
            do
            {
                _ = Native.zmq_msg_init(message);
                var size = Native.zmq_msg_recv(message, _handle, DoNotWait);
                if (size < 0)
                    return frames;
                var frame = new byte[size];
                Marshal.Copy(Native.zmq_msg_data(message), frame, 0, size);
                more = Native.zmq_msg_more(message) != 0;
                _ = Native.zmq_msg_close(message);
                (frames ??= []).Add(frame);
            } while (more);
            return frames;
        }
        finally
        {
            Marshal.FreeHGlobal(message);
        }
    }

    /// <summary>Waits for a message up to a time; null when none came.</summary>
    public List<byte[]>? Receive(TimeSpan patience) =>
        Ready([this], (long)patience.TotalMilliseconds)[0] ? Receive() : null;

    /// <summary>Waits until a socket has a message, or the time is over; a negative time is for ever.</summary>
    public static bool[] Ready(IReadOnlyList<ZmqSocket> sockets, long milliseconds = -1)
    {
        var items = sockets
            .Select(socket => new Native.PollItem { Socket = socket._handle, Events = ReadyToRead })
            .ToArray();
        _ = Native.zmq_poll(items, items.Length, milliseconds);
        return Array.ConvertAll(items, item => (item.Ready & ReadyToRead) != 0);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_handle != IntPtr.Zero)
            _ = Native.zmq_close(_handle);
        _handle = IntPtr.Zero;
    }

    private void Set(int option, int value) =>
        Check(Native.zmq_setsockopt(_handle, option, BitConverter.GetBytes(value), 4), $"option {option}");

    private static void Check(int result, string what)
    {
        if (result < 0)
            throw Error(what);
    }

    private static IOException Error(string what) =>
        new($"{what}: {Marshal.PtrToStringUTF8(Native.zmq_strerror(Native.zmq_errno()))}");
}
