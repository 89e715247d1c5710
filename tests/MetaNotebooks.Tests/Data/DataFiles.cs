namespace MetaNotebooks.Tests;

/// <summary>Files of the checkout.</summary>
internal static class DataFiles
{
    /// <summary>A file's place, from the folder that holds the solution.</summary>
    public static string Path(string relative)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "MetaNotebooks.sln")))
            folder =
                System.IO.Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("No folder above the tests holds MetaNotebooks.sln.");
        return System.IO.Path.GetFullPath(relative, folder);
    }
}
