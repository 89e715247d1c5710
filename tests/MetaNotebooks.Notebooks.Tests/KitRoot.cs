namespace MetaNotebooks.Notebooks.Tests;

/// <summary>The repository that these tests are built in.</summary>
internal static class KitRoot
{
    public static string At(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MetaNotebooks.sln")))
            folder = folder.Parent!;
        return Path.Combine([folder.FullName, .. parts]);
    }
}
