namespace MetaNotebooks.Notebooks.Storing;

/// <summary>The system's Chromium.</summary>
internal static class Chromium
{
    /// <summary>The names of its program.</summary>
    public static IReadOnlyList<string> Names { get; } = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>What keeps it to itself: no sandbox of its own (containers have none), no network in the background.</summary>
    public static IReadOnlyList<string> Flags { get; } =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    /// <summary>The first in the folders of a PATH, or null when there is none.</summary>
    public static string? Find(string? path)
    {
        var folders = (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names
            .SelectMany(name => folders.Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }
}
