using System.Buffers.Text;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MetaNotebooks.Notebooks.Evaluation;

/// <summary>
/// The memory of this process that is its own: on Linux without the pages of files, such as libtorch's.
/// </summary>
internal sealed unsafe class ResidentMemory
{
    private readonly SafeFileHandle? _pages;
    private readonly delegate* unmanaged<nuint, int> _trim;

    /// <summary>Opens what is read each time.</summary>
    public ResidentMemory()
    {
        if (!OperatingSystem.IsLinux())
            return;
        _pages = File.OpenHandle("/proc/self/statm");
        // In glibc only.
        if (
            NativeLibrary.TryLoad("libc.so.6", out var library)
            && NativeLibrary.TryGetExport(library, "malloc_trim", out var trim)
        )
            _trim = (delegate* unmanaged<nuint, int>)trim;
    }

    /// <summary>Bytes of it that are in memory now; some microseconds, and no garbage.</summary>
    public long Read()
    {
        if (_pages is null)
            return Environment.WorkingSet;
        Span<byte> text = stackalloc byte[256];
        text = text[..RandomAccess.Read(_pages, text, 0)];
        // Pages: in all, resident, and of those the files'.
        NextNumber(ref text);
        var resident = NextNumber(ref text);
        return (resident - NextNumber(ref text)) * Environment.SystemPageSize;
    }

    /// <summary>Has the C library give back what is free of it.</summary>
    /// <remarks>
    /// glibc before 2.38 (Debian 12 has 2.36) hardly finds freed memory again where it is asked for at a multiple
    /// of 64 bytes, as libtorch asks: a loop grows though all that it made has been freed. Seen at 1.8 GB, of
    /// which this gave back 1.4.
    /// </remarks>
    public void Trim()
    {
        if (_trim is not null)
            _trim(0);
    }

    private static long NextNumber(ref Span<byte> text)
    {
        Utf8Parser.TryParse(text, out long number, out var length);
        text = text[Math.Min(length + 1, text.Length)..];
        return number;
    }
}
