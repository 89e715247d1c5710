using System.Runtime.InteropServices;

namespace MetaNotebooks.Mends;

/// <summary>
/// TorchSharp's native library on systems whose libstdc++ is older than that of GCC 13, such as Debian 12 and
/// Ubuntu 22.04.
/// </summary>
/// <remarks>
/// <para>The fault: libLibTorchSharp.so 0.107.0 was linked with GCC 13 and asks for <c>GLIBCXX_3.4.32</c>, for one
/// symbol alone: a function that a newer libstdc++ has so that <c>std::cout</c> is ready before it is used. An older
/// one makes it ready in every library by itself, and libtorch's do. The loader refuses the file all the same.</para>
/// <para>The mend, in a copy: the need of that version becomes weak, and the symbol's name becomes that of
/// <c>std::uncaught_exception()</c>, which every libstdc++ has and which does nothing.</para>
/// <para>This file can go when TorchSharp is linked with an older compiler again, or when no system that the kit
/// runs on has an older libstdc++.</para>
/// </remarks>
internal static class OlderLibstdcxx
{
    private const string Version = "GLIBCXX_3.4.32";
    private const string Wanted = "_ZSt21ios_base_library_initv";
    private const string Present = "_ZSt18uncaught_exceptionv";

    private const int WeakVersion = 2;

    /// <summary>Whether this system's libstdc++ lacks what the original needs.</summary>
    public static bool IsHere() =>
        OperatingSystem.IsLinux()
        && NativeLibrary.TryLoad("libstdc++.so.6", out var library)
        && !NativeLibrary.TryGetExport(library, Wanted, out _);

    /// <summary>The mended copy of a library, a 64-bit little-endian ELF file.</summary>
    /// <exception cref="InvalidDataException">The file is not as 0.107.0's.</exception>
    public static byte[] Mend(byte[] library)
    {
        var file = new ElfFile(library);
        var symbol = FindSymbol(file);
        MakeNeedWeak(file);
        Rename(file, symbol);
        return file.Bytes;
    }

    private static void MakeNeedWeak(ElfFile file)
    {
        var need = file.VersionsNeeded;
        while (true)
        {
            var version = need + file.Int(need + 8);
            for (var left = file.Short(need + 2); left > 0; left--)
            {
                if (file.Text(file.Strings + file.Int(version + 8)) == Version)
                {
                    var flags = version + 4;
                    file.Write(flags, (ushort)(file.Short(flags) | WeakVersion));
                    return;
                }
                version += file.Int(version + 12);
            }
            // Always forward, so that it ends.
            if (file.Int(need + 12) <= 0)
                throw ElfFile.Missing(Version);
            need += file.Int(need + 12);
        }
    }

    private static void Rename(ElfFile file, long symbol)
    {
        file.Write(
            file.Strings + file.Int(file.Symbols + 24 * symbol),
            Present.PadRight(Wanted.Length, '\0')
        );
        // Of no version in particular.
        file.Write(file.VersionsOfSymbols + 2 * symbol, 1);
    }

    private static long FindSymbol(ElfFile file)
    {
        // The table has no length of its own; the strings begin behind it.
        for (var symbol = 0L; file.Symbols + 24 * (symbol + 1) <= file.Strings; symbol++)
            if (file.Text(file.Strings + file.Int(file.Symbols + 24 * symbol)) == Wanted)
                return symbol;
        throw ElfFile.Missing(Wanted);
    }
}
