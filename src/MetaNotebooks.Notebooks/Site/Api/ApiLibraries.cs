namespace MetaNotebooks.Notebooks.Site.Api;

/// <summary>Where the kit's built libraries lie, with what their authors say of them.</summary>
/// <param name="Files">The documented libraries.</param>
/// <param name="Root">The folder that their sources' paths begin in, or null where they lie without sources.</param>
internal sealed record ApiLibraries(IReadOnlyList<string> Files, string? Root)
{
    private const string Kit = "MetaNotebooks";

    // The programs of the kit are no libraries of it.
    private static readonly string[] Programs =
    [
        "MetaNotebooks.Notebooks",
        "MetaNotebooks.Cli",
        "MetaNotebooks.Mends",
    ];

    /// <summary>
    /// The libraries built in the repository that notebooks lie in, or else those beside this program; null where
    /// there are none.
    /// </summary>
    public static ApiLibraries? Find(IEnumerable<string> notebookFolders)
    {
        foreach (var start in notebookFolders)
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                var built = Path.Combine(
                    folder.FullName,
                    "artifacts",
                    "bin",
                    "MetaNotebooks.FSharp",
                    "release"
                );
                if (In(built) is { Length: > 0 } files)
                    return new ApiLibraries(files, folder.FullName);
            }
        return In(AppContext.BaseDirectory) is { Length: > 0 } beside ? new ApiLibraries(beside, null) : null;
    }

    private static string[] In(string folder) =>
        Directory.Exists(folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(folder, $"{Kit}*.dll")
                    .Where(file => File.Exists(Path.ChangeExtension(file, ".xml")))
                    .Where(file => !Programs.Contains(Path.GetFileNameWithoutExtension(file)))
                    .OrderBy(Path.GetFileNameWithoutExtension, StringComparer.Ordinal),
            ]
            : [];
}
