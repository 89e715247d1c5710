namespace MetaNotebooks.Mends;

/// <summary>Writes a file whole or not at all, since a program may have the one before open.</summary>
internal static class Whole
{
    /// <summary>Writes beside the file, then puts it in its place.</summary>
    public static void Write(string path, byte[] content)
    {
        var beside = $"{path}.{Environment.ProcessId}";
        File.WriteAllBytes(beside, content);
        File.Move(beside, path, overwrite: true);
    }
}
