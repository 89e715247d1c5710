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

    // Those of the page "MAML live": first what computes, then what draws, then what a reader does.
    private static readonly string[] LiveScripts =
    [
        "perceptron.js",
        "descent.js",
        "tangent.js",
        "seed.js",
        "sinusoid.js",
        "starts.js",
        "scene.js",
        "figures.js",
        "words.js",
        "plane.js",
        "picture.js",
        "points.js",
        "tries.js",
        "live.js",
    ];

    /// <summary>Fails early when what pages may need is not installed.</summary>
    public static void Check() => Modules();

    /// <summary>Copies the kit's style and script, and the libraries needed.</summary>
    public static void Copy(string folder, Needs needs)
    {
        Directory.CreateDirectory(folder);
        TextFile.Write(Path.Combine(folder, "site.css"), string.Join('\n', Styles.Select(Own)));
        TextFile.Write(Path.Combine(folder, "site.js"), Script(Scripts));
        TextFile.Write(Path.Combine(folder, "theme.js"), Own("theme.js"));
        if (needs.HasFlag(Needs.Live))
        {
            TextFile.Write(Path.Combine(folder, "live.css"), Own("live.css"));
            TextFile.Write(Path.Combine(folder, "live.js"), Script(LiveScripts));
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

    private static string Script(IEnumerable<string> parts) =>
        $"(function () {{\n'use strict';\n\n{string.Join('\n', parts.Select(Own))}}})();\n";

    /// <summary>The text of one of the kit's own files.</summary>
    public static string Own(string name)
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
