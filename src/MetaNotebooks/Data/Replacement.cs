namespace MetaNotebooks;

/// <summary>Puts a file that was written beside another in its place.</summary>
internal static class Replacement
{
    // Windows replaces no file that somebody has open, as a scanner for viruses has each new one for a
    // moment. Other systems do.
    private static readonly int Tries = OperatingSystem.IsWindows() ? 20 : 1;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Moves a file over another, or where none is.</summary>
    public static void Put(string finished, string path)
    {
        for (var left = Tries - 1; ; left--)
            try
            {
                File.Move(finished, path, overwrite: true);
                return;
            }
            catch (Exception open) when (left > 0 && open is (IOException or UnauthorizedAccessException))
            {
                Thread.Sleep(Pause);
            }
    }
}
