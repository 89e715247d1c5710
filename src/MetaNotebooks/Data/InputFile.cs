namespace MetaNotebooks;

/// <summary>Opens the files that the kit reads.</summary>
internal static class InputFile
{
    /// <summary>A file, to be read from its beginning.</summary>
    /// <exception cref="BadFileException">
    /// It is a folder, of which the system would say that access is denied.
    /// </exception>
    public static FileStream Open(string path)
    {
        if (Directory.Exists(path))
            throw new BadFileException(path, "path", "it is a folder; expected a file");
        return File.OpenRead(path);
    }
}
