namespace MetaNotebooks.Notebooks.Site;

/// <summary>Where a file is, as a page names it.</summary>
internal static class FileAddress
{
    /// <summary>
    /// The way from the page's folder; the whole address where there is none, as to another drive of Windows.
    /// </summary>
    public static string From(string folder, string file)
    {
        var way = Path.GetRelativePath(folder, file);
        return Path.IsPathRooted(way)
            ? new Uri(way).AbsoluteUri
            : Uri.EscapeDataString(way.Replace(Path.DirectorySeparatorChar, '/')).Replace("%2F", "/");
    }
}
