using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace MetaNotebooks.Notebooks.Jupyter.Serving;

/// <summary>Notices the end of the process that started the kernel, which Jupyter names in the environment.</summary>
internal static class ParentWatch
{
    private const string Variable = "JPY_PARENT_PID";
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Does something once the parent has ended; nothing where no parent is named.</summary>
    public static void Start(Action ended)
    {
        // On Windows the number is a handle's, not a process's.
        if (
            OperatingSystem.IsWindows()
            || !int.TryParse(
                Environment.GetEnvironmentVariable(Variable),
                CultureInfo.InvariantCulture,
                out var parent
            )
            || parent <= 1
        )
            return;
        // Where it is the real parent, another parent in its place tells its end even before it is reaped.
        var direct = getppid() == parent;
        var watch = new Thread(() =>
        {
            while (direct ? getppid() == parent : IsAlive(parent))
                Thread.Sleep(Interval);
            ended();
        });
        watch.Name = "parent";
        watch.IsBackground = true;
        watch.Start();
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
