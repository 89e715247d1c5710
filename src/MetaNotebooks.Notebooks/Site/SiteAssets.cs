using System.Reflection;
using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Site;

/// <summary>The files that pages load, copied beside them so that a page needs no network.</summary>
internal static class SiteAssets
{
    // In the order in which they stand in the site's one file of each kind.
    private static readonly string[] Styles =
    [
        "colours.css",
        "page.css",
        "text.css",
        "diagrams.css",
        "code.css",
        "outputs.css",
        "lists.css",
        "api.css",
        "tools.css",
        "print.css",
    ];

    private static readonly string[] Scripts =
    [
        "page.js",
        "darkness.js",
        "choice.js",
        "fit.js",
        "charts.js",
        "formulas.js",
        "tables.js",
        "diagrams.js",
        "contents.js",
        "copy.js",
        "reach.js",
        "search.js",
    ];

    /// <summary>Fails early when what pages may need is not installed.</summary>
    public static void Check() => Modules();

    /// <summary>Copies the kit's style and script, and the libraries needed.</summary>
    public static void Copy(string folder, Needs needs)
    {
        Directory.CreateDirectory(folder);
        TextFile.Write(Path.Combine(folder, "site.css"), string.Join('\n', Styles.Select(Own)));
        var script = $"(function () {{\n'use strict';\n\n{string.Join('\n', Scripts.Select(Own))}}})();\n";
        TextFile.Write(Path.Combine(folder, "site.js"), script);
        TextFile.Write(Path.Combine(folder, "theme.js"), Own("theme.js"));
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

    private static string Own(string name)
    {
        using var source = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        return new StreamReader(source).ReadToEnd();
    }

    private static void CopyFile(string modules, string path, string folder) =>
        File.Copy(Path.Combine(modules, path), Path.Combine(folder, Path.GetFileName(path)));

    private static string Modules()
    {
        var modules = KitFolder.Module();
        return Directory.Exists(Path.Combine(modules, "katex"))
            ? modules
            : throw new BadInputException(
                $"{modules}: holds no katex, which pages show formulas with; install Node.js, whose npm brings it "
                    + "(https://nodejs.org), and run 'npm ci' in the kit's folder"
            );
    }
}
