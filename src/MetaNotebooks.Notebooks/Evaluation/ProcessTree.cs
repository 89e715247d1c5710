using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MetaNotebooks.Notebooks.Evaluation;

/// <summary>Ends processes.</summary>
internal static partial class ProcessTree
{
    private const int Terminate = 15;

    /// <summary>
    /// Asks a process to end, by SIGTERM, so that it can keep what it has; ends it where a system has no such thing.
    /// Does not throw.
    /// </summary>
    public static void Ask(Process process)
    {
        if (OperatingSystem.IsWindows())
            End(process);
        else if (!process.HasExited)
            _ = Kill(process.Id, Terminate);
    }

    /// <summary>Ends a process and those it started, as far as they can be ended; does not throw.</summary>
    /// <remarks>It is called by timers and in clean-up, where an exception would end the runner.</remarks>
    public static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception bad)
            when (bad
                    is InvalidOperationException
                        or Win32Exception
                        or NotSupportedException
                        or AggregateException
            )
        {
            // It has ended already, or one of those that it started is another user's.
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
