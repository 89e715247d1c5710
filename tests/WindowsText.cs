namespace MetaNotebooks;

/// <summary>A text as editors of Windows save it.</summary>
internal static class WindowsText
{
    /// <summary>The same text behind a byte order mark, its lines ended by CR and LF.</summary>
    public static byte[] Of(ReadOnlySpan<byte> text)
    {
        var saved = new List<byte>([0xEF, 0xBB, 0xBF]);
        foreach (var one in text)
        {
            if (one == (byte)'\n')
                saved.Add((byte)'\r');
            saved.Add(one);
        }
        return [.. saved];
    }

    /// <summary>Saves a file so.</summary>
    public static void Save(string path, string text) =>
        File.WriteAllBytes(path, Of(System.Text.Encoding.UTF8.GetBytes(text)));
}
