namespace MetaNotebooks;

/// <summary>Reads the kit's text files, none of which is large.</summary>
internal static class TextFile
{
    private const long Largest = 100_000_000;

    /// <summary>All of a file.</summary>
    /// <exception cref="BadFileException">It is far larger than such a file can be.</exception>
    public static string Read(string path)
    {
        using var file = File.OpenRead(path);
        if (file.Length > Largest)
            throw new BadFileException(path, "size", $"{file.Length} bytes; expected at most {Largest}");
        using var text = new StreamReader(file);
        return text.ReadToEnd();
    }
}
