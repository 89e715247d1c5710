using MetaNotebooks.Notebooks.Files.Scripts;
using MetaNotebooks.Notebooks.Running;
using MetaNotebooks.Notebooks.Site;

namespace MetaNotebooks.Notebooks.Files;

/// <summary>Writes a notebook in another form; the endings of the files say which.</summary>
internal static class Converter
{
    /// <summary>Reads .ipynb or .dib and writes .ipynb, .dib, .fsx or .html.</summary>
    /// <exception cref="BadInputException">The files' endings are others.</exception>
    public static void Convert(string from, string to)
    {
        if (!File.Exists(from))
            throw new BadInputException($"{from}: no such file");
        var notebook = Ending(from) switch
        {
            ".ipynb" => NotebookReader.ReadWithMagics(from),
            ".dib" => Dib.Read(from),
            _ => throw new BadInputException($"{from}: expected a file that ends in .ipynb or .dib"),
        };
        switch (Ending(to))
        {
            case ".ipynb":
                File.WriteAllText(to, notebook.ToText());
                break;
            case ".dib":
                File.WriteAllText(to, Dib.Write(notebook));
                break;
            case ".fsx":
                File.WriteAllText(to, ScriptWriter.Write(notebook, to));
                break;
            case ".html":
                WritePage(notebook, to);
                break;
            default:
                throw new BadInputException(
                    $"{to}: expected a file that ends in .ipynb, .dib, .fsx or .html"
                );
        }
    }

    private static string Ending(string path) => Path.GetExtension(path).ToLowerInvariant();

    // A page and, beside it, what it loads.
    private static void WritePage(Notebook notebook, string to)
    {
        var target = Path.GetFullPath(to);
        var folder = Path.GetDirectoryName(target)!;
        var page = new Page(new NotebookRun(notebook));
        var links = new PageLinks(notebook.Folder, folder, new HashSet<string> { notebook.Name });
        var (html, needs, _) = new PageHtml(page, null, null, SiteFrame.None, links).Write();
        Directory.CreateDirectory(folder);
        File.WriteAllText(target, html);
        SiteAssets.Copy(Path.Combine(folder, "assets"), needs);
    }
}
