using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks;

/// <summary>Where the program's files lie: in the kit's own folder, which it is built in, or beside it where it is installed as a tool.</summary>
internal static class KitFolder
{
    private const string Mark = "MetaNotebooks.sln";
    private const string Modules = "node_modules";

    /// <summary>The notebooks that are meant when none are named: the kit's, or those of the current folder.</summary>
    public static string Notebooks =>
        Root is { } root ? Path.Combine(root, "notebooks") : Directory.GetCurrentDirectory();

    /// <summary>The site's folder where none is named.</summary>
    public static string Site =>
        Root is { } root
            ? Path.Combine(root, "artifacts", "site")
            : Path.Combine(Directory.GetCurrentDirectory(), "site");

    /// <summary>The folder of a sweep where none is named.</summary>
    public static string Sweep(string name) =>
        Root is { } root
            ? Path.Combine(root, "artifacts", "sweeps", name)
            : Path.Combine(Directory.GetCurrentDirectory(), "sweeps", name);

    /// <summary>A file of what pages draw with, such as plotly.js.</summary>
    /// <param name="parts">Its place in node_modules; none is that folder itself.</param>
    /// <exception cref="BadInputException">There is neither such a folder beside the program nor the kit's.</exception>
    public static string Module(params string[] parts)
    {
        var beside = Path.Combine(AppContext.BaseDirectory, Modules);
        if (Directory.Exists(beside))
            return Path.Combine([beside, .. parts]);
        return Root is { } root
            ? Path.Combine([root, Modules, .. parts])
            : throw new BadInputException(
                $"{beside}: not found; expected it there in an installed tool, or {Mark} in a folder above"
            );
    }

    private static string? Root
    {
        get
        {
            foreach (var start in (string[])[AppContext.BaseDirectory, Directory.GetCurrentDirectory()])
                for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                    if (File.Exists(Path.Combine(folder.FullName, Mark)))
                        return folder.FullName;
            return null;
        }
    }
}
