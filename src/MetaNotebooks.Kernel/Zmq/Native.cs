using System.Reflection;
using System.Runtime.InteropServices;

namespace MetaNotebooks.Jupyter.Zmq;

/// <summary>The functions of the system's libzmq that the kernel needs.</summary>
internal static class Native
{
    private const string Library = "zmq";

    /// <summary>The variable that names a libzmq of one's own, in place of the system's.</summary>
    public const string Variable = "LIBZMQ";

    private static readonly string[] Names = Environment.GetEnvironmentVariable(Variable)
        is { Length: > 0 } own
        ? [own]
        : ["libzmq.so.5", "libzmq.so", "libzmq.5.dylib", "libzmq.dll"];

    static Native() => NativeLibrary.SetDllImportResolver(typeof(Native).Assembly, Resolve);

    /// <summary>Whether the system has libzmq.</summary>
    public static bool IsThere =>
        Names.Any(name => NativeLibrary.TryLoad(name, typeof(Native).Assembly, null, out _));

    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Library)
            return IntPtr.Zero;
        foreach (var candidate in Names)
            if (NativeLibrary.TryLoad(candidate, assembly, path, out var handle))
                return handle;
        throw new DllNotFoundException(
            $"libzmq is missing: install it (on Debian: apt-get install libzmq5), or name its file in {Variable}"
        );
    }

    [DllImport(Library)]
    public static extern IntPtr zmq_ctx_new();

    [DllImport(Library)]
    public static extern int zmq_ctx_term(IntPtr context);

    [DllImport(Library)]
    public static extern IntPtr zmq_socket(IntPtr context, int type);

    [DllImport(Library)]
    public static extern int zmq_close(IntPtr socket);

    [DllImport(Library, SetLastError = true)]
    public static extern int zmq_bind(IntPtr socket, [MarshalAs(UnmanagedType.LPUTF8Str)] string address);

    [DllImport(Library, SetLastError = true)]
    public static extern int zmq_connect(IntPtr socket, [MarshalAs(UnmanagedType.LPUTF8Str)] string address);

    [DllImport(Library)]
    public static extern int zmq_setsockopt(IntPtr socket, int option, byte[] value, nuint size);

    [DllImport(Library)]
    public static extern int zmq_getsockopt(IntPtr socket, int option, byte[] value, ref nuint size);

    [DllImport(Library)]
    public static extern int zmq_send(IntPtr socket, byte[] bytes, nuint size, int flags);

    [DllImport(Library)]
    public static extern int zmq_msg_init(IntPtr message);

    [DllImport(Library)]
    public static extern int zmq_msg_recv(IntPtr message, IntPtr socket, int flags);

    [DllImport(Library)]
    public static extern IntPtr zmq_msg_data(IntPtr message);

    [DllImport(Library)]
    public static extern int zmq_msg_more(IntPtr message);

    [DllImport(Library)]
    public static extern int zmq_msg_close(IntPtr message);

    [DllImport(Library)]
    public static extern int zmq_poll([In, Out] PollItem[] items, int count, long milliseconds);

    [DllImport(Library)]
    public static extern int zmq_errno();

    [DllImport(Library)]
    public static extern IntPtr zmq_strerror(int number);

    /// <summary>What one socket is waited for, and what it is ready for.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct PollItem
    {
        public IntPtr Socket;
        public int Descriptor;
        public short Events;
        public short Ready;
    }
}
