namespace MetaNotebooks.Notebooks.Files;

/// <summary>Writes text files; whatever goes wrong is an <see cref="IOException"/> that names the file.</summary>
internal static class TextFile
{
    /// <summary>Writes a file.</summary>
    public static void Write(string path, string text)
    {
        try
        {
            File.WriteAllText(path, text);
        }
        // What .NET makes of a file system's or user's limit on the size of files.
        catch (ArgumentOutOfRangeException error)
        {
            throw new IOException($"No file of this size can be written here: '{path}'", error);
        }
    }
}
