namespace MetaNotebooks.Notebooks.Storing;

/// <summary>The system's Chromium, or a browser that is made of it.</summary>
internal static class Chromium
{
    /// <summary>The names of its program in the folders of a PATH.</summary>
    public static IReadOnlyList<string> Names { get; } = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>
    /// What keeps it to itself: no network in the background; on Linux no sandbox of its own, which
    /// containers have not.
    /// </summary>
    public static IReadOnlyList<string> Flags { get; } =
    [
        .. OperatingSystem.IsLinux() ? (string[])["--no-sandbox"] : [],
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    // Where installers put it on Windows and macOS, which is on no PATH.
    private static readonly string[] OnWindows =
    [
        "Chromium/Application/chrome.exe",
        "Google/Chrome/Application/chrome.exe",
        "Microsoft/Edge/Application/msedge.exe",
    ];

    private static readonly string[] OnMacOS =
    [
        "Chromium.app/Contents/MacOS/Chromium",
        "Google Chrome.app/Contents/MacOS/Google Chrome",
        "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ];

    /// <summary>
    /// The first in the folders of a PATH, or else where the system's programs are; null when there is none.
    /// </summary>
    public static string? Find(string? path)
    {
        var folders = (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Places(folders, Names).Concat(Installed()).FirstOrDefault(File.Exists);
    }

    private static IEnumerable<string> Installed() =>
        OperatingSystem.IsWindows()
            ? Places(
                [
                    Folder(Environment.SpecialFolder.ProgramFiles),
                    Folder(Environment.SpecialFolder.ProgramFilesX86),
                    Folder(Environment.SpecialFolder.LocalApplicationData),
                ],
                OnWindows
            )
        : OperatingSystem.IsMacOS()
            ? Places(
                [
                    "/Applications",
                    Path.Combine(Folder(Environment.SpecialFolder.UserProfile), "Applications"),
                ],
                OnMacOS
            )
        : [];

    private static string Folder(Environment.SpecialFolder folder) => Environment.GetFolderPath(folder);

    private static IEnumerable<string> Places(string[] folders, IEnumerable<string> programs) =>
        programs.SelectMany(program => folders.Select(folder => Path.Combine(folder, program)));
}
