using System.Diagnostics;
using System.Globalization;
using TorchSharp;

namespace MetaNotebooks.Soak;

/// <summary>What the process holds at a moment.</summary>
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
        var managed = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
        using var process = Process.GetCurrentProcess();
        // .NET counts none on Linux, where they are files.
        var handles = OperatingSystem.IsLinux()
            ? Directory.GetFiles("/proc/self/fd").Length
            : process.HandleCount;
        return new(at, Environment.WorkingSet / 1e6, managed, handles, torch.Tensor.TotalCount);
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{At:hh\\:mm\\:ss}{Resident, 14:F1}{Managed, 14:F2}{Handles, 10}{Tensors, 10}"
        );
}
