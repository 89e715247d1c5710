using MetaNotebooks.Runner.Notebooks;
using MetaNotebooks.Runner.Running;

namespace MetaNotebooks.Runner.Site;

/// <summary>Writes the site: an index, a page a notebook, the executed notebooks, and what the pages load.</summary>
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
        var needs = Needs.None;
        for (var i = 0; i < pages.Length; i++)
        {
            var page = pages[i];
            var links = new PageLinks(page.Run.Notebook.Folder, target, names);
            var (html, needed) = new PageHtml(
                page,
                pages.ElementAtOrDefault(i - 1),
                pages.ElementAtOrDefault(i + 1),
                links
            ).Write();
            needs |= needed;
            File.WriteAllText(Path.Combine(folder, page.FileName), html);
            File.WriteAllText(Path.Combine(folder, page.NotebookFileName), page.Run.Notebook.ToText());
        }
        var (index, indexNeeds) = IndexHtml.Write(pages);
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
