using System.Reflection;
using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Site;

/// <summary>The files that pages load, copied beside them so that a page needs no network.</summary>
internal static class SiteAssets
{
    private static readonly string[] Own = ["site.css", "site.js"];

    /// <summary>Fails early when what pages may need is not installed.</summary>
    public static void Check() => Modules();

    /// <summary>Copies the kit's style and script, and the libraries needed.</summary>
    public static void Copy(string folder, Needs needs)
    {
        Directory.CreateDirectory(folder);
        foreach (var name in Own)
        {
            using var source = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
            using var target = File.Create(Path.Combine(folder, name));
            source.CopyTo(target);
        }
        var modules = Modules();
        if (needs.HasFlag(Needs.Chart))
            CopyFile(modules, "plotly.js-dist-min/plotly.min.js", folder);
        if (needs.HasFlag(Needs.Diagram))
            CopyFile(modules, "@mermaid-js/tiny/dist/mermaid.tiny.js", folder);
        if (!needs.HasFlag(Needs.Math))
            return;
        CopyFile(modules, "katex/dist/katex.min.js", folder);
        CopyFile(modules, "katex/dist/katex.min.css", folder);
        var fonts = Directory.CreateDirectory(Path.Combine(folder, "fonts")).FullName;
        // Every browser takes the first format that the style sheet names.
        foreach (var font in Directory.GetFiles(Path.Combine(modules, "katex/dist/fonts"), "*.woff2"))
            CopyFile(modules, font, fonts);
    }

    private static void CopyFile(string modules, string path, string folder) =>
        File.Copy(Path.Combine(modules, path), Path.Combine(folder, Path.GetFileName(path)));

    private static string Modules()
    {
        var modules = KitFolder.At("node_modules");
        return Directory.Exists(Path.Combine(modules, "katex"))
            ? modules
            : throw new BadInputException($"{modules}: holds no katex; run 'npm ci' in the kit's folder");
    }
}
