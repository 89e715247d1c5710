using System.Runtime.CompilerServices;

namespace MetaNotebooks;

/// <summary>
/// Has every file that a test makes for a while lie where a user's own can: in a folder whose path has spaces and
/// letters beyond ASCII.
/// </summary>
internal static class TemporaryPlace
{
    private const string Name = "Élan vital 学习";

#pragma warning disable CA2255 // Before any test asks for a temporary folder.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Choose()
    {
        var usual = Path.TrimEndingDirectorySeparator(Path.GetTempPath());
        // A test that was started by another is there already.
        if (Path.GetFileName(usual) == Name)
            return;
        var folder = Directory.CreateDirectory(Path.Combine(usual, Name)).FullName;
        // As Linux and macOS, and as Windows call it.
        foreach (var variable in (string[])["TMPDIR", "TMP", "TEMP"])
            Environment.SetEnvironmentVariable(variable, folder);
    }
}
