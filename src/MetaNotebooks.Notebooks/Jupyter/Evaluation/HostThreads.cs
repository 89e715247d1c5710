using System.Diagnostics;
using NetMQ;

namespace MetaNotebooks.Notebooks.Jupyter.Evaluation;

/// <summary>Tells the kernel's own threads from those that cells have started.</summary>
internal static class HostThreads
{
    /// <summary>The name of the thread that answers the requests of the shell.</summary>
    public const string Shell = "shell";

    /// <summary>The name of the thread that uses the sockets.</summary>
    public const string Sockets = "sockets";

    /// <summary>
    /// Whether an exception that nothing has caught is of a thread without which the kernel would only seem
    /// to live; asked on that thread.
    /// </summary>
    public static bool IsHosts(Exception thrown) =>
        Thread.CurrentThread.Name is Shell or Sockets
        || new StackTrace(thrown)
            .GetFrames()
            .Any(frame => frame.GetMethod()?.DeclaringType?.Assembly == typeof(NetMQSocket).Assembly);
}
