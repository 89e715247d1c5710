using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

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

    private const int DynamicSegment = 2;
    private const int LoadedSegment = 1;
    private const int WeakVersion = 2;

    // Tags of the dynamic section: where its tables are.
    private const long StringTable = 5;
    private const long SymbolTable = 6;
    private const long VersionOfSymbol = 0x6ffffff0;
    private const long VersionsNeeded = 0x6ffffffe;

    /// <summary>Whether this system's libstdc++ lacks what the original needs.</summary>
    public static bool IsHere() =>
        OperatingSystem.IsLinux()
        && NativeLibrary.TryLoad("libstdc++.so.6", out var library)
        && !NativeLibrary.TryGetExport(library, Wanted, out _);

    /// <summary>The mended copy of a library, a 64-bit little-endian ELF file.</summary>
    /// <exception cref="InvalidDataException">The file is not as 0.107.0's.</exception>
    public static byte[] Mend(byte[] library)
    {
        if (library.Length < 64 || !library.AsSpan(0, 6).SequenceEqual("\u007fELF\u0002\u0001"u8))
            throw new InvalidDataException("libLibTorchSharp.so: expected a 64-bit little-endian ELF file");
        var file = (byte[])library.Clone();
        var tables = Tables(file);
        var symbol = FindSymbol(file, tables);
        MakeNeedWeak(file, tables);
        Rename(file, tables, symbol);
        return file;
    }

    private static void MakeNeedWeak(byte[] file, Dictionary<long, int> tables)
    {
        var need = tables[VersionsNeeded];
        while (true)
        {
            var version = need + Int(file, need + 8);
            for (var left = Short(file, need + 2); left > 0; left--)
            {
                if (Text(file, tables[StringTable] + Int(file, version + 8)) == Version)
                {
                    var flags = version + 4;
                    Write(file, flags, (ushort)(Short(file, flags) | WeakVersion));
                    return;
                }
                version += Int(file, version + 12);
            }
            if (Int(file, need + 12) == 0)
                throw Missing(Version);
            need += Int(file, need + 12);
        }
    }

    private static void Rename(byte[] file, Dictionary<long, int> tables, int symbol)
    {
        var name = tables[StringTable] + Int(file, tables[SymbolTable] + 24 * symbol);
        file.AsSpan(name, Wanted.Length).Clear();
        Encoding.ASCII.GetBytes(Present, file.AsSpan(name));
        // Of no version in particular.
        Write(file, tables[VersionOfSymbol] + 2 * symbol, 1);
    }

    private static int FindSymbol(byte[] file, Dictionary<long, int> tables)
    {
        // The table has no length of its own; the strings begin behind it.
        var (from, to) = (tables[SymbolTable], tables[StringTable]);
        for (var symbol = 0; from + 24 * (symbol + 1) <= to; symbol++)
            if (Text(file, to + Int(file, from + 24 * symbol)) == Wanted)
                return symbol;
        throw Missing(Wanted);
    }

    // The tables that the dynamic section names, by tag, as places in the file.
    private static Dictionary<long, int> Tables(byte[] file)
    {
        var tables = new Dictionary<long, int>();
        foreach (var (_, _, from, length) in Segments(file, DynamicSegment))
            for (var at = from; at < from + length; at += 16)
                if (Long(file, at) is StringTable or SymbolTable or VersionOfSymbol or VersionsNeeded)
                    tables[Long(file, at)] = PlaceOf(file, Long(file, at + 8));
        return tables.Count == 4 ? tables : throw Missing("the dynamic section's tables");
    }

    private static int PlaceOf(byte[] file, long address)
    {
        foreach (var (_, start, from, length) in Segments(file, LoadedSegment))
            if (address >= start && address < start + length)
                return (int)(from + address - start);
        throw Missing($"the address {address:x}");
    }

    private static IEnumerable<(int Kind, long Address, int From, int Length)> Segments(byte[] file, int kind)
    {
        var table = (int)Long(file, 32);
        for (var i = 0; i < Short(file, 56); i++)
        {
            var at = table + Short(file, 54) * i;
            if (Int(file, at) == kind)
                yield return (kind, Long(file, at + 16), (int)Long(file, at + 8), (int)Long(file, at + 32));
        }
    }

    private static InvalidDataException Missing(string what) =>
        new($"libLibTorchSharp.so: {what} is not in it; this mend is made for TorchSharp 0.107.0's");

    private static string Text(byte[] file, int at) =>
        Encoding.ASCII.GetString(file.AsSpan(at, file.AsSpan(at).IndexOf((byte)0)));

    private static ushort Short(byte[] file, int at) =>
        BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at));

    private static int Int(byte[] file, int at) => BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at));

    private static long Long(byte[] file, int at) => BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(at));

    private static void Write(byte[] file, int at, ushort value) =>
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), value);
}
