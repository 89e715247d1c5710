using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MetaNotebooks.Notebooks.Jupyter.Serving;

/// <summary>Notices the end of the process that started the kernel, which Jupyter names in the environment.</summary>
internal static class ParentWatch
{
    private const string Variable = "JPY_PARENT_PID";
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Does something once the parent has ended; nothing where no parent is named.</summary>
    public static void Start(Action ended)
    {
        if (
            !int.TryParse(
                Environment.GetEnvironmentVariable(Variable),
                CultureInfo.InvariantCulture,
                out var parent
            )
            || parent <= 1
        )
            return;
        var wait = OperatingSystem.IsWindows() ? ForHandle(parent) : ForProcess(parent);
        var watch = new Thread(() =>
        {
            if (wait())
                ended();
        });
        watch.Name = "parent";
        watch.IsBackground = true;
        watch.Start();
    }

    // On Windows the number is that of a handle, which the kernel has inherited and whose end is signalled.
    private static Func<bool> ForHandle(int handle)
    {
        var parent = new ManualResetEvent(false) { SafeWaitHandle = new SafeWaitHandle(handle, true) };
        return () =>
        {
            try
            {
                return parent.WaitOne();
            }
            catch (Exception)
            {
                // A program between the two kept the handle to itself; the kernel lives until it is told to end.
                return false;
            }
        };
    }

    private static Func<bool> ForProcess(int id)
    {
        // Where it is the real parent, another parent in its place tells its end even before it is reaped.
        var direct = getppid() == id;
        return () =>
        {
            while (direct ? getppid() == id : IsAlive(id))
                Thread.Sleep(Interval);
            return true;
        };
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [DllImport("libc")]
    private static extern int getppid();
}
