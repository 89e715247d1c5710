using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using TorchSharp;

namespace MetaNotebooks.Soak;

/// <summary>What the process holds at a moment, when everything that can be freed is.</summary>
/// <param name="At">Since the start.</param>
/// <param name="Resident">Resident memory, MB.</param>
/// <param name="Managed">Managed heap after a collection, MB.</param>
/// <param name="Handles">Open file handles.</param>
/// <param name="Tensors">Tensors that are alive.</param>
internal sealed record Holding(TimeSpan At, double Resident, double Managed, double Handles, double Tensors)
{
    public const string Header = "    time   resident MB    managed MB   handles   tensors";

    public static Holding Now(TimeSpan at)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var managed = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
        // The allocator keeps what is freed, more of it or less as threads meet; resident memory would show that.
        if (OperatingSystem.IsLinux())
            _ = malloc_trim(0);
        using var process = Process.GetCurrentProcess();
        // .NET counts none on Linux, where they are files.
        var handles = OperatingSystem.IsLinux()
            ? Directory.GetFiles("/proc/self/fd").Length
            : process.HandleCount;
        return new(at, Environment.WorkingSet / 1e6, managed, handles, torch.Tensor.TotalCount);
    }

    [DllImport("libc")]
    private static extern int malloc_trim(nint keep);

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{At:hh\\:mm\\:ss}{Resident, 14:F1}{Managed, 14:F2}{Handles, 10}{Tensors, 10}"
        );
}
