using MetaNotebooks.Runner.Errata;
using MetaNotebooks.Runner.Notebooks;
using MetaNotebooks.Runner.Running;

namespace MetaNotebooks.Runner.Site;

/// <summary>
/// Writes the site: an index, a page a notebook, the errata, the glossary, the executed notebooks, and what the
/// pages load.
/// </summary>
internal static class SiteWriter
{
    /// <summary>Refuses a folder that holds something else than a site.</summary>
    /// <exception cref="BadInputException">Writing would remove files that this program did not make.</exception>
    public static void Check(string folder)
    {
        SiteAssets.Check();
        if (File.Exists(folder))
            throw new BadInputException($"{folder}: is a file; expected a folder for the site");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !IsSite(folder))
            throw new BadInputException(
                $"{folder}: holds other files; expected an empty or new folder, or a site"
            );
    }

    /// <summary>Refuses notebooks from which no site can be made.</summary>
    /// <exception cref="BadInputException">A notebook has the name of another page, or a verdict is amiss.</exception>
    public static void Check(IReadOnlyList<Notebook> notebooks)
    {
        foreach (var notebook in notebooks)
            if (ExtraPage.Names.Contains(notebook.Name, StringComparer.OrdinalIgnoreCase))
                throw new BadInputException(
                    $"{notebook.Path}: its page would replace the site's own '{notebook.Name}.html'"
                );
        ErrataList.Read(notebooks);
    }

    /// <summary>Writes to a temporary folder, then puts it in place of the old site.</summary>
    public static void Write(IReadOnlyList<NotebookRun> runs, string folder)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var unfinished = $"{target}.unfinished-{Environment.ProcessId}";
        var replaced = $"{target}.replaced-{Environment.ProcessId}";
        try
        {
            WritePages(runs, unfinished, target);
            if (Directory.Exists(target))
                Directory.Move(target, replaced);
            Directory.Move(unfinished, target);
        }
        finally
        {
            Remove(unfinished);
            Remove(replaced);
        }
    }

    private static void WritePages(IReadOnlyList<NotebookRun> runs, string folder, string target)
    {
        Directory.CreateDirectory(folder);
        var pages = runs.Select(run => new Page(run)).ToArray();
        var names = runs.Select(run => run.Notebook.Name).ToHashSet();
        PageLinks Links(string from) => new(from, target, names);
        var folders = runs.Select(run => run.Notebook.Folder).Distinct();
        ExtraPage?[] found = [ErrataPage.Find(pages), GlossaryPage.Find(folders, Links)];
        var extras = found.OfType<ExtraPage>().ToArray();
        var needs = extras.Aggregate(Needs.None, (sum, extra) => sum | extra.Needs);
        for (var i = 0; i < pages.Length; i++)
        {
            var page = pages[i];
            var (html, needed) = new PageHtml(
                page,
                pages.ElementAtOrDefault(i - 1),
                pages.ElementAtOrDefault(i + 1),
                extras,
                Links(page.Run.Notebook.Folder)
            ).Write();
            needs |= needed;
            File.WriteAllText(Path.Combine(folder, page.FileName), html);
            File.WriteAllText(Path.Combine(folder, page.NotebookFileName), page.Run.Notebook.ToText());
        }
        foreach (var extra in extras)
            File.WriteAllText(Path.Combine(folder, extra.FileName), extra.Document(extras));
        var (index, indexNeeds) = IndexHtml.Write(pages, extras);
        File.WriteAllText(Path.Combine(folder, "index.html"), index);
        SiteAssets.Copy(Path.Combine(folder, "assets"), needs | indexNeeds);
    }

    private static bool IsSite(string folder)
    {
        var index = Path.Combine(folder, "index.html");
        return File.Exists(index) && File.ReadAllText(index).Contains(Layout.Generator);
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
