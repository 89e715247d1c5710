using System.Buffers.Binary;
using System.IO.Compression;

namespace MetaNotebooks;

/// <summary>
/// Reads the one kind of PNG that Omniglot's images are: 1-bit grey, not interlaced (PNG specification, third edition,
/// sections 5, 9 and 11.2). What the header says is checked before anything is decompressed.
/// </summary>
internal static class PngReader
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <summary>The pixels row by row, true where the sample is 1 (white).</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="side">Its width and height, which the header must say too.</param>
    /// <param name="bad">Makes the error of a problem.</param>
    public static bool[] Read(ReadOnlySpan<byte> file, int side, Func<string, Exception> bad)
    {
        if (!file.StartsWith(Signature))
            throw bad("not a PNG file: its first eight bytes are others");
        var data = new MemoryStream();
        var rest = file[Signature.Length..];
        for (var first = true; ; first = false)
        {
            // Length, type, data, checksum.
            var length = rest.Length < 12 ? -1L : BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length < 0 || length > rest.Length - 12)
                throw bad("it ends within a chunk");
            var type = System.Text.Encoding.Latin1.GetString(rest[4..8]);
            var body = rest.Slice(8, (int)length);
            if (
                BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + body.Length)..])
                != Checksum(rest.Slice(4, 4 + body.Length))
            )
                throw bad($"chunk {type} does not have the checksum that it states");
            if (first)
                CheckHeader(type, body, side, bad);
            else if (type == "IDAT")
                data.Write(body);
            else if (type == "IEND")
                break;
            rest = rest[(12 + body.Length)..];
        }
        return Pixels(Unfiltered(Inflated(data, side, bad), side, bad), side);
    }

    private static void CheckHeader(
        string type,
        ReadOnlySpan<byte> body,
        int side,
        Func<string, Exception> bad
    )
    {
        if (type != "IHDR" || body.Length != 13)
            throw bad("its first chunk is not a header (IHDR)");
        var (width, height) = (
            BinaryPrimitives.ReadUInt32BigEndian(body),
            BinaryPrimitives.ReadUInt32BigEndian(body[4..])
        );
        if (width != side || height != side)
            throw bad($"its header says {width} × {height} pixels; expected {side} × {side}");
        // Bit depth, colour type, compression, filter method, interlacing.
        if (!body[8..].SequenceEqual((ReadOnlySpan<byte>)[1, 0, 0, 0, 0]))
            throw bad($"its header says {body[8]} bits, colour type {body[9]}; expected 1 bit, grey (0)");
    }

    // A filter byte and the packed pixels of each row: exactly so many bytes, or the header lies.
    private static byte[] Inflated(MemoryStream data, int side, Func<string, Exception> bad)
    {
        var bytes = new byte[side * (1 + (side + 7) / 8)];
        data.Position = 0;
        using var inflated = new ZLibStream(data, CompressionMode.Decompress);
        try
        {
            var count = inflated.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (count < bytes.Length || inflated.ReadByte() >= 0)
                throw bad(
                    $"its data has {(count < bytes.Length ? $"{count} bytes" : "more bytes")}; {side} × {side} pixels "
                        + $"take {bytes.Length}"
                );
        }
        catch (InvalidDataException error)
        {
            throw bad($"its data cannot be decompressed: {error.Message}");
        }
        return bytes;
    }

    // Undoes the filters in place; with fewer than 8 bits a pixel, "left" is the byte before (section 9.2).
    private static byte[] Unfiltered(byte[] bytes, int side, Func<string, Exception> bad)
    {
        var width = (side + 7) / 8;
        for (var y = 0; y < side; y++)
        {
            var row = y * (width + 1);
            var filter = bytes[row];
            if (filter > 4)
                throw bad($"row {y} has filter {filter}; expected 0 to 4");
            for (var x = 1; x <= width; x++)
            {
                int left = x > 1 ? bytes[row + x - 1] : 0;
                int up = y > 0 ? bytes[row + x - width - 1] : 0;
                int corner = x > 1 && y > 0 ? bytes[row + x - width - 2] : 0;
                bytes[row + x] += filter switch
                {
                    0 => 0,
                    1 => (byte)left,
                    2 => (byte)up,
                    3 => (byte)((left + up) / 2),
                    _ => (byte)Paeth(left, up, corner),
                };
            }
        }
        return bytes;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return a <= b && a <= c ? left
            : b <= c ? up
            : corner;
    }

    private static bool[] Pixels(byte[] bytes, int side)
    {
        var pixels = new bool[side * side];
        var stride = 1 + (side + 7) / 8;
        for (var y = 0; y < side; y++)
        for (var x = 0; x < side; x++)
            pixels[y * side + x] = (bytes[y * stride + 1 + x / 8] >> (7 - x % 8) & 1) == 1;
        return pixels;
    }

    private static readonly uint[] Remainders =
    [
        .. Enumerable
            .Range(0, 256)
            .Select(n =>
                Enumerable
                    .Range(0, 8)
                    .Aggregate((uint)n, (c, _) => (c & 1) == 1 ? 0xEDB88320u ^ c >> 1 : c >> 1)
            ),
    ];

    // CRC-32 (annex D).
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var c = uint.MaxValue;
        foreach (var b in bytes)
            c = Remainders[(c ^ b) & 0xFF] ^ c >> 8;
        return ~c;
    }
}
