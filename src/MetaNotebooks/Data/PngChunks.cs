using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace MetaNotebooks;

/// <summary>
/// Whether a PNG file is whole: every chunk there to the last, each with the checksum that it states. The
/// decoder only asks this of chunks that it needs, so that a file cut after its pixels would pass.
/// </summary>
internal static class PngChunks
{
    // Length and type before a chunk's data, its checksum after them.
    private const int Before = 8;
    private const int Around = 12;

    /// <summary>Checks all chunks up to the end (IEND).</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="bad">Makes the error of a problem.</param>
    public static void Check(ReadOnlySpan<byte> file, Func<string, Exception> bad)
    {
        ReadOnlySpan<byte> type = [];
        for (var rest = file[PngHeader.Signature.Length..]; !type.SequenceEqual("IEND"u8); )
        {
            var length = rest.Length < Around ? long.MaxValue : BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - Around)
                throw bad("it ends within a chunk");
            type = rest[4..Before];
            // Of the type and the data.
            var summed = rest[4..(Before + (int)length)];
            rest = rest[(Before + (int)length)..];
            if (BinaryPrimitives.ReadUInt32BigEndian(rest) != Crc32.HashToUInt32(summed))
                throw bad(
                    $"chunk {Encoding.Latin1.GetString(type)} does not have the checksum that it states"
                );
            rest = rest[4..];
        }
    }
}
