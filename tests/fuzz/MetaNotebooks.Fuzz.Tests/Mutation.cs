using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;

namespace MetaNotebooks.Fuzz;

/// <summary>Makes broken files out of whole ones.</summary>
internal static partial class Mutation
{
    private const int Depth = 2000;

    private static readonly long[] Extremes =
    [
        0,
        1,
        -1,
        int.MaxValue,
        int.MinValue,
        uint.MaxValue,
        long.MaxValue,
        long.MinValue,
        1L << 40,
    ];

    private static readonly string[] Values =
    [
        "-1",
        "0",
        "2147483648",
        "9223372036854775807",
        "99999999999999999999999999",
        "-9223372036854775808",
        "1e308",
        "-1e999",
        "0.5",
        "NaN",
        "Infinity",
        "null",
        "true",
        "{}",
        "[]",
        "\"\"",
        "\"text\"",
        "\"\\ud800\"",
        "\"\\u0000\"",
        "\"../../../etc/passwd\"",
        new string('[', Depth),
        new string('[', Depth) + new string(']', Depth),
        new string('[', 40) + new string(']', 40),
        string.Concat(Enumerable.Repeat("{\"a\":", 40)) + "1" + new string('}', 40),
    ];

    /// <summary>One to four changes to bytes: of bits, bytes, length fields and blocks, or a cut.</summary>
    public static byte[] Bytes(Random random, byte[] whole)
    {
        byte[] bytes = [.. whole];
        for (var changes = random.Next(1, 5); changes > 0 && bytes.Length > 0; changes--)
            bytes = Change(random, bytes);
        return bytes;
    }

    /// <summary>One to three values of a JSON or CSV text replaced by such as none expects.</summary>
    public static string Text(Random random, string text, params string[] more)
    {
        string[] values = [.. Values, .. more];
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var found = Value().Matches(text);
            if (found.Count == 0)
                return text;
            var place = found[random.Next(found.Count)];
            var value = values[random.Next(values.Length)];
            text = text[..place.Index] + value + text[(place.Index + place.Length)..];
        }
        return text;
    }

    /// <summary>Half of the time broken as bytes, half as text.</summary>
    public static byte[] Either(Random random, string whole, params string[] more) =>
        random.Next(2) == 0
            ? Bytes(random, Encoding.UTF8.GetBytes(whole))
            : Encoding.UTF8.GetBytes(Text(random, whole, more));

    /// <summary>Puts an extreme number of 2, 4 or 8 bytes at a place.</summary>
    public static void PutExtreme(Random random, Span<byte> place)
    {
        var value = Extremes[random.Next(Extremes.Length)];
        Span<byte> bytes = stackalloc byte[8];
        if (random.Next(2) == 0)
            BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        else
            BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        var width = Math.Min(place.Length, 2 << random.Next(3));
        bytes[..width].CopyTo(place);
    }

    private static byte[] Change(Random random, byte[] bytes)
    {
        var at = random.Next(bytes.Length);
        var end = Math.Min(bytes.Length, at + random.Next(1, 1 + Math.Max(1, bytes.Length / 4)));
        switch (random.Next(7))
        {
            case 0:
                return bytes[..at];
            case 1:
                return [.. bytes[..end], .. bytes[at..end], .. bytes[end..]];
            case 2:
                return [.. bytes[..at], .. bytes[end..]];
            case 3:
                PutExtreme(random, bytes.AsSpan(at));
                return bytes;
            case 4:
                bytes[at] = (byte)random.Next(256);
                return bytes;
            default:
                bytes[at] ^= (byte)(1 << random.Next(8));
                return bytes;
        }
    }

    [GeneratedRegex("""-?\d[\d.eE+-]*|"(?:[^"\\]|\\.)*"|(?<=,|^)[^,\n]+(?=,|$)""", RegexOptions.Multiline)]
    private static partial Regex Value();
}
