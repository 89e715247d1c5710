using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace MetaNotebooks.Tests;

/// <summary>Writes PNG files, whole ones and ones that lie, from the format's description.</summary>
internal static class TestPng
{
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>A 1-bit grey image with black where something is drawn.</summary>
    public static byte[] Write(
        int side,
        Func<int, int, bool> drawn,
        int filter = 0,
        int? stated = null,
        int bits = 1,
        byte[]? data = null
    )
    {
        var packed = data ?? Compressed(Filtered(Rows(side, drawn), filter));
        return
        [
            .. Signature,
            .. Chunk("IHDR", Header(stated ?? side, stated ?? side, bits, colour: 0, interlaced: false)),
            .. Chunk("tIME", new byte[7]),
            // In two pieces: a reader must join them.
            .. Chunk("IDAT", packed[..(packed.Length / 2)]),
            .. Chunk("IDAT", packed[(packed.Length / 2)..]),
            .. Chunk("IEND", []),
        ];
    }

    /// <summary>An image of any kind.</summary>
    /// <param name="rows">The samples of each row, or of each row of each pass, packed.</param>
    /// <param name="before">Chunks that come before the pixels.</param>
    public static byte[] Write(
        int width,
        int height,
        int bits,
        int colour,
        byte[][] rows,
        bool interlaced = false,
        params (string Type, byte[] Data)[] before
    ) =>
        [
            .. Signature,
            .. Chunk("IHDR", Header(width, height, bits, colour, interlaced)),
            .. before.SelectMany(chunk => Chunk(chunk.Type, chunk.Data)),
            .. Chunk("IDAT", Compressed([.. rows.SelectMany(row => row.Prepend((byte)0))])),
            .. Chunk("IEND", []),
        ];

    /// <summary>Samples of so many bits each as bytes, the first in the highest bits.</summary>
    public static byte[] Packed(IReadOnlyList<int> samples, int bits)
    {
        var bytes = new byte[(samples.Count * bits + 7) / 8];
        for (var bit = 0; bit < samples.Count * bits; bit++)
            if ((samples[bit / bits] >> (bits - 1 - bit % bits) & 1) == 1)
                bytes[bit / 8] |= (byte)(128 >> bit % 8);
        return bytes;
    }

    private static byte[] Header(int width, int height, int bits, int colour, bool interlaced)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = ((byte)bits, (byte)colour, (byte)(interlaced ? 1 : 0));
        return header;
    }

    private static byte[][] Rows(int side, Func<int, int, bool> drawn)
    {
        var rows = new byte[side][];
        for (var y = 0; y < side; y++)
        {
            rows[y] = new byte[(side + 7) / 8];
            for (var x = 0; x < side; x++)
                if (!drawn(x, y))
                    rows[y][x / 8] |= (byte)(128 >> x % 8);
        }
        return rows;
    }

    private static byte[] Filtered(byte[][] rows, int filter)
    {
        var bytes = new List<byte>();
        for (var y = 0; y < rows.Length; y++)
        {
            bytes.Add((byte)filter);
            for (var x = 0; x < rows[y].Length; x++)
            {
                int a = x > 0 ? rows[y][x - 1] : 0;
                int b = y > 0 ? rows[y - 1][x] : 0;
                int c = x > 0 && y > 0 ? rows[y - 1][x - 1] : 0;
                int[] distance = [Math.Abs(b - c), Math.Abs(a - c), Math.Abs(a + b - 2 * c)];
                int nearest =
                    distance[0] == distance.Min() ? a
                    : distance[1] == distance.Min() ? b
                    : c;
                int[] guesses = [0, a, b, (a + b) / 2, nearest];
                bytes.Add((byte)(rows[y][x] - guesses.ElementAtOrDefault(filter)));
            }
        }
        return [.. bytes];
    }

    private static byte[] Compressed(byte[] rows)
    {
        var bytes = new MemoryStream();
        using (var stream = new ZLibStream(bytes, CompressionLevel.Optimal))
            stream.Write(rows);
        return bytes.ToArray();
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        var length = new byte[4];
        var sum = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Checksum(body));
        return [.. length, .. body, .. sum];
    }

    // CRC-32 bit by bit, without a table.
    public static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var b in bytes)
        {
            sum ^= b;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum >> 1) ^ (0xEDB88320 * (sum & 1));
        }
        return ~sum;
    }
}
