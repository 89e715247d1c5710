using System.Text.RegularExpressions;

namespace MetaNotebooks.Notebooks.Site;

/// <summary>Leads the links of a notebook's text to where their targets are from its page.</summary>
/// <param name="notebookFolder">The folder that the links start from.</param>
/// <param name="siteFolder">The folder that the page will lie in.</param>
/// <param name="pages">The names of the notebooks that have a page.</param>
internal sealed partial class PageLinks(string notebookFolder, string siteFolder, IReadOnlySet<string> pages)
{
    private const long LargestImage = 10_000_000;

    private static readonly Dictionary<string, string> ImageTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".svg"] = "image/svg+xml",
    };

    /// <summary>A link to another notebook goes to its page, one to a file to that file.</summary>
    public string ToTarget(string url)
    {
        if (url.StartsWith('#') || url.Length == 0)
            return url;
        if (Scheme().Match(url) is { Success: true } scheme)
            return scheme.Value.ToLowerInvariant() is "http:" or "https:" or "mailto:" ? url : "#";
        var (path, fragment) = Split(url);
        var plain = Uri.UnescapeDataString(path);
        var name = Path.GetFileNameWithoutExtension(plain);
        if (plain == $"{name}.ipynb" && pages.Contains(name))
            return $"{Uri.EscapeDataString(name)}.html{fragment}";
        return Find(path) is { } file ? FileAddress.From(siteFolder, file) + fragment : url;
    }

    /// <summary>An image beside the notebook, or in a folder there, goes into the page.</summary>
    public string ToImage(string url)
    {
        if (ImageData().IsMatch(url))
            return url;
        var (path, _) = Split(url);
        return
            Find(path) is { } file
            && File.Exists(file)
            // A page shows no file of elsewhere.
            && file.StartsWith(
                Path.TrimEndingDirectorySeparator(notebookFolder) + Path.DirectorySeparatorChar
            )
            && new FileInfo(file).Length <= LargestImage
            && ImageTypes.TryGetValue(Path.GetExtension(path), out var type)
            ? $"data:{type};base64,{Convert.ToBase64String(File.ReadAllBytes(file))}"
            : ToTarget(url);
    }

    private string? Find(string path)
    {
        var plain = Uri.UnescapeDataString(path);
        if (plain.Contains('\0'))
            return null;
        var full = Path.GetFullPath(plain, notebookFolder);
        return File.Exists(full) || Directory.Exists(full) ? full : null;
    }

    private static (string Path, string Fragment) Split(string url) =>
        url.IndexOf('#') is >= 0 and var at ? (url[..at], url[at..]) : (url, "");

    [GeneratedRegex(@"^[\s\p{Cc}]*[a-zA-Z][a-zA-Z0-9+.\-]*:")]
    private static partial Regex Scheme();

    [GeneratedRegex("^data:image/(png|jpeg|gif|webp);base64,")]
    private static partial Regex ImageData();
}
