using System.Buffers.Binary;
using System.Text;

namespace MetaNotebooks.Mends;

/// <summary>A copy of a 64-bit little-endian ELF file, and where its tables for the loader are.</summary>
internal sealed class ElfFile
{
    private const int DynamicSegment = 2;
    private const int LoadedSegment = 1;

    // Tags of the dynamic section: where its tables are.
    private const long StringTable = 5;
    private const long SymbolTable = 6;
    private const long VersionOfSymbol = 0x6ffffff0;
    private const long VersionNeeded = 0x6ffffffe;

    private readonly Dictionary<long, long> _tables = [];

    /// <summary>Reads where the tables are.</summary>
    /// <exception cref="InvalidDataException">It is another file, cut short, or without them.</exception>
    public ElfFile(byte[] library)
    {
        if (!library.AsSpan().StartsWith("\u007fELF\u0002\u0001"u8))
            throw new InvalidDataException("libLibTorchSharp.so: expected a 64-bit little-endian ELF file");
        Bytes = (byte[])library.Clone();
        // The table of sections is a file's end. No loader reads it; a file without it is cut short.
        At(Long(40), (long)Short(58) * Short(60));
        foreach (var (_, from, length) in Segments(DynamicSegment))
            for (var at = from; at < from + length; at += 16)
                if (Long(at) is StringTable or SymbolTable or VersionOfSymbol or VersionNeeded)
                    _tables[Long(at)] = PlaceOf(Long(at + 8));
        if (_tables.Count < 4)
            throw Missing("the dynamic section's tables");
    }

    /// <summary>The file.</summary>
    public byte[] Bytes { get; }

    /// <summary>Where the names are.</summary>
    public long Strings => _tables[StringTable];

    /// <summary>Where the symbols are, 24 bytes each.</summary>
    public long Symbols => _tables[SymbolTable];

    /// <summary>Where each symbol's version is, two bytes each.</summary>
    public long VersionsOfSymbols => _tables[VersionOfSymbol];

    /// <summary>Where it says which versions of other libraries it needs.</summary>
    public long VersionsNeeded => _tables[VersionNeeded];

    /// <summary>Says that the file is not what a mend was made for.</summary>
    public static InvalidDataException Missing(string what) =>
        new($"libLibTorchSharp.so: {what} is not in it; this mend is made for TorchSharp 0.107.0's");

    /// <summary>A text that a zero ends.</summary>
    public string Text(long at)
    {
        var rest = At(at, 1);
        var length = rest.IndexOf((byte)0);
        return length < 0
            ? throw Missing($"the end of the text at {at:x}")
            : Encoding.ASCII.GetString(rest[..length]);
    }

    /// <summary>Two bytes as a number.</summary>
    public ushort Short(long at) => BinaryPrimitives.ReadUInt16LittleEndian(At(at, 2));

    /// <summary>Four bytes as a number.</summary>
    public int Int(long at) => BinaryPrimitives.ReadInt32LittleEndian(At(at, 4));

    /// <summary>Puts a number of two bytes in its place.</summary>
    public void Write(long at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(At(at, 2), value);

    /// <summary>Puts a text in its place.</summary>
    public void Write(long at, string text) => Encoding.ASCII.GetBytes(text, At(at, text.Length));

    private long Long(long at) => BinaryPrimitives.ReadInt64LittleEndian(At(at, 8));

    // The file from a place on, where so many bytes are.
    private Span<byte> At(long at, long length) =>
        at >= 0 && at <= Bytes.Length - length ? Bytes.AsSpan((int)at) : throw Missing($"the place {at:x}");

    private long PlaceOf(long address)
    {
        foreach (var (start, from, length) in Segments(LoadedSegment))
            if (address >= start && address - start < length)
                return from + (address - start);
        throw Missing($"the address {address:x}");
    }

    private IEnumerable<(long Address, long From, long Length)> Segments(int kind)
    {
        for (var i = 0; i < Short(56); i++)
        {
            var at = Long(32) + Short(54) * i;
            if (Int(at) == kind)
                yield return (Long(at + 16), Long(at + 8), Long(at + 32));
        }
    }
}
