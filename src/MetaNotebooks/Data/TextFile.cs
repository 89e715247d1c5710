using System.Buffers;
using System.Text.Unicode;

namespace MetaNotebooks;

/// <summary>Reads the kit's text files, none of which is large.</summary>
internal static class TextFile
{
    private const long Largest = 100_000_000;

    /// <summary>All of a file that is UTF-8, without its byte order mark.</summary>
    /// <exception cref="BadFileException">
    /// It is far larger than such a file can be, or not UTF-8: read with substitutes, two names of another
    /// encoding could become one.
    /// </exception>
    public static string Read(string path)
    {
        using var file = InputFile.Open(path);
        if (file.Length > Largest)
            throw new BadFileException(path, "size", $"{file.Length} bytes; expected at most {Largest}");
        var all = new byte[file.Length];
        var bytes = all.AsSpan(0, file.ReadAtLeast(all, all.Length, throwOnEndOfStream: false));
        if (bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        // Never more characters than bytes.
        var text = new char[bytes.Length];
        var status = Utf8.ToUtf16(bytes, text, out var read, out var written, replaceInvalidSequences: false);
        if (status != OperationStatus.Done)
            throw new BadFileException(
                path,
                $"line {Line(bytes[..read])}",
                $"byte 0x{bytes[read]:X2} is not UTF-8; expected a text file saved as UTF-8"
            );
        return new(text, 0, written);
    }

    // The line that follows some text; lines end with \n, \r\n or \r.
    private static int Line(ReadOnlySpan<byte> before) =>
        1 + before.Count((byte)'\n') + before.Count((byte)'\r') - before.Count("\r\n"u8);
}
