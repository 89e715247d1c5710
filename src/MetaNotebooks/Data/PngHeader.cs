using System.Buffers.Binary;

namespace MetaNotebooks;

/// <summary>
/// What the first bytes of a PNG file say of its image (PNG specification, third edition, sections 5.2 and
/// 11.2.1), so that an image of an absurd size is refused before anything is made for it.
/// </summary>
/// <param name="Width">Pixels in a row, 1 to <see cref="MostSide"/>.</param>
/// <param name="Height">Rows, 1 to <see cref="MostSide"/>.</param>
/// <param name="Bits">Bits of a sample.</param>
/// <param name="Colour">Its colour type: 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha.</param>
internal readonly record struct PngHeader(int Width, int Height, int Bits, int Colour)
{
    /// <summary>Bytes that it takes: the signature and the first chunk.</summary>
    public const int Length = 33;

    /// <summary>The largest width and height.</summary>
    public const int MostSide = 4096;

    // Beside the pixels: the palette, the colour profile, what programs note.
    private const int MostElse = 65_536;

    /// <summary>How every PNG file begins.</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <summary>Reads it.</summary>
    /// <param name="file">The file's bytes, or the first <see cref="Length"/> of them.</param>
    /// <param name="bad">Makes the error of a problem.</param>
    public static PngHeader Read(ReadOnlySpan<byte> file, Func<string, Exception> bad)
    {
        if (!file.StartsWith(Signature))
            throw bad("not a PNG file: its first eight bytes are others");
        if (file.Length < Length || !file[8..16].SequenceEqual("\0\0\0\rIHDR"u8))
            throw bad("its first chunk is not a header (IHDR)");
        var width = BinaryPrimitives.ReadUInt32BigEndian(file[16..]);
        var height = BinaryPrimitives.ReadUInt32BigEndian(file[20..]);
        if (width is 0 or > MostSide || height is 0 or > MostSide)
            throw bad(
                $"its header says {width} × {height} pixels; expected at least 1 × 1 and at most "
                    + $"{MostSide} × {MostSide}"
            );
        var header = new PngHeader((int)width, (int)height, file[24], file[25]);
        if (header.Samples == 0)
            throw bad($"its header says {file[24]} bits, colour type {file[25]}, which no PNG has");
        return header;
    }

    /// <summary>The largest that a file can be: compressed pixels are at most a little larger.</summary>
    public long MostBytes
    {
        get
        {
            var pixels = Height * (1 + (Width * (long)Bits * Samples + 7) / 8);
            return MostElse + pixels + pixels / 64;
        }
    }

    // Samples of a pixel; 0 where the specification's table has no such bits and colour type.
    private int Samples =>
        (Colour, Bits) switch
        {
            (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) => 1,
            (2, 8 or 16) => 3,
            (4, 8 or 16) => 2,
            (6, 8 or 16) => 4,
            _ => 0,
        };
}
