using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks;

/// <summary>The kit's own folder, which this program is built in.</summary>
internal static class KitFolder
{
    private const string Mark = "MetaNotebooks.sln";

    /// <summary>A path in the kit, from whichever folder the program is started.</summary>
    /// <exception cref="BadInputException">The program lies outside of the kit, and was not started in it.</exception>
    public static string At(params string[] parts) => Path.Combine([Root(), .. parts]);

    private static string Root()
    {
        string[] starts = [AppContext.BaseDirectory, Directory.GetCurrentDirectory()];
        foreach (var start in starts)
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, Mark)))
                    return folder.FullName;
        throw new BadInputException($"{Mark}: not found in a folder above {string.Join(" or ", starts)}");
    }
}
