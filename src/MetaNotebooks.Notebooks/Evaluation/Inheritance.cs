using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MetaNotebooks.Notebooks.Evaluation;

/// <summary>What processes get from the one that starts them.</summary>
internal static partial class Inheritance
{
    private const uint Inherited = 1;

    /// <summary>Keeps a pipe's end from all processes that are started from now on.</summary>
    public static void End(SafePipeHandle pipe)
    {
        if (OperatingSystem.IsWindows())
            _ = SetHandleInformation(pipe, Inherited, 0);
        else
            _ = SetOption((int)pipe.DangerousGetHandle(), CloseOnExec);
    }

    // FIOCLEX of <sys/ioctl.h>.
    private static nuint CloseOnExec => OperatingSystem.IsMacOS() ? 0x20006601u : 0x5451u;

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetHandleInformation(SafePipeHandle pipe, uint mask, uint flags);

    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int SetOption(int file, nuint request);
}
