using MetaNotebooks.Notebooks.Errata;
using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Outputs;
using MetaNotebooks.Notebooks.Running;
using MetaNotebooks.Notebooks.Site.Api;
using MetaNotebooks.Notebooks.Site.Live;

namespace MetaNotebooks.Notebooks.Site;

/// <summary>
/// Writes the site: an index, a page a notebook, the errata, the glossary, MAML live, the kit's types, the executed
/// notebooks, and what the pages load.
/// </summary>
internal static class SiteWriter
{
    private const int MostTries = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Refuses a folder that holds something else than a site, or that cannot be written.</summary>
    /// <exception cref="BadInputException">Writing would remove files that this program did not make.</exception>
    public static void Check(string folder)
    {
        SiteAssets.Check();
        if (string.IsNullOrWhiteSpace(folder) || folder.Contains('\0'))
            throw new BadInputException($"'{folder}': not the name of a folder");
        if (File.Exists(folder))
            throw new BadInputException($"{folder}: is a file; expected a folder for the site");
        // Another run may be putting its site there, or taking the old one away: other files would stay.
        if (Enumerable.Repeat(folder, MostTries).All(HoldsOtherFiles))
            throw new BadInputException(
                $"{folder}: holds other files; expected an empty or new folder, or a site"
            );
        CheckWritable(folder);
    }

    /// <summary>Refuses notebooks from which no site can be made.</summary>
    /// <exception cref="BadInputException">A notebook has the name of another page, or a verdict is amiss.</exception>
    public static void Check(IReadOnlyList<Notebook> notebooks)
    {
        foreach (var notebook in notebooks)
            if (ExtraPage.Takes(notebook.Name))
                throw new BadInputException(
                    $"{notebook.Path}: its page would replace the site's own '{notebook.Name}.html'"
                );
        ErrataList.Read(notebooks);
    }

    /// <summary>Writes to a temporary folder, then puts it in place of the old site.</summary>
    public static void Write(IReadOnlyList<NotebookRun> runs, string folder)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        // Names of its own, for other runs may write the same site.
        var mark = Guid.NewGuid().ToString("N");
        var unfinished = $"{target}.unfinished-{mark}";
        var replaced = $"{target}.replaced-{mark}";
        try
        {
            WritePages(runs, unfinished, target);
            // Once more: running notebooks takes a while, in which somebody may have used the folder.
            Check(folder);
            PutInPlace(unfinished, target, replaced);
        }
        finally
        {
            Remove(unfinished);
            Remove(replaced);
        }
    }

    // The last of several runs wins; whichever it is, its site is whole, and on a failure the old one is.
    private static void PutInPlace(string unfinished, string target, string replaced)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                if (Directory.Exists(target))
                    Directory.Move(target, replaced);
                Directory.Move(unfinished, target);
                return;
            }
            catch (IOException) when (tries < MostTries && Directory.Exists(unfinished))
            {
                // Another run moved the old site away, or put its own there, in between; or, on Windows, a
                // scanner for viruses has a new file open for a moment.
                Restore(replaced, target);
                Thread.Sleep(Pause);
            }
            catch
            {
                Restore(replaced, target);
                throw;
            }
        }
    }

    private static void Restore(string replaced, string target)
    {
        if (!Directory.Exists(replaced))
            return;
        if (Directory.Exists(target))
            Remove(replaced);
        else
            Directory.Move(replaced, target);
    }

    private static void WritePages(IReadOnlyList<NotebookRun> runs, string folder, string target)
    {
        Directory.CreateDirectory(folder);
        var pages = runs.Select(run => new Page(run)).ToArray();
        var names = runs.Select(run => run.Notebook.Name).ToHashSet();
        PageLinks Links(string from) => new(from, target, names);
        var folders = runs.Select(run => run.Notebook.Folder).Distinct();
        var api = ApiLibraries.Find(folders) is { } libraries ? new ApiPages(libraries, target) : null;
        ExtraPage?[] found =
        [
            ErrataPage.Find(pages),
            GlossaryPage.Find(folders, Links),
            MamlLivePage.Find(folders, names),
            .. api?.Pages() ?? [],
        ];
        var extras = found.OfType<ExtraPage>().ToArray();
        var frame = new SiteFrame(extras, IsWhole: true, api?.Names);
        var words = new List<(string File, string Title, IReadOnlyList<SearchSection> Sections)>();
        var needs = extras.Aggregate(Needs.None, (sum, extra) => sum | extra.Needs);
        for (var i = 0; i < pages.Length; i++)
        {
            var page = pages[i];
            var (html, needed, sections) = new PageHtml(
                page,
                pages.ElementAtOrDefault(i - 1),
                pages.ElementAtOrDefault(i + 1),
                frame,
                Links(page.Run.Notebook.Folder)
            ).Write();
            needs |= needed;
            words.Add((page.FileName, page.Title, sections));
            TextFile.Write(Path.Combine(folder, page.FileName), html);
            PlainText.Complete(page.Run.Notebook);
            TextFile.Write(Path.Combine(folder, page.NotebookFileName), page.Run.Notebook.ToText());
        }
        foreach (var extra in extras)
            TextFile.Write(Path.Combine(folder, extra.FileName), extra.Document(frame));
        words.AddRange(extras.Select(extra => (extra.FileName, extra.Title, extra.Sections)));
        var (index, indexNeeds) = IndexHtml.Write(pages, frame);
        TextFile.Write(Path.Combine(folder, "index.html"), index);
        var assets = Path.Combine(folder, "assets");
        SiteAssets.Copy(assets, needs | indexNeeds);
        TextFile.Write(Path.Combine(assets, SearchIndex.FileName), SearchIndex.Write(words));
    }

    // The site is made beside the old one: what would fail then fails here, before notebooks run.
    private static void CheckWritable(string folder)
    {
        var parent = new DirectoryInfo(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))).Parent;
        while (parent is { Exists: false })
            parent = parent.Parent;
        if (parent is null)
            throw new BadInputException($"{folder}: expected a folder in another");
        try
        {
            var probe = parent.CreateSubdirectory($"site.unfinished-{Guid.NewGuid():N}");
            probe.Delete();
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{folder}: cannot be written: {bad.Message}");
        }
    }

    private static bool HoldsOtherFiles(string folder)
    {
        try
        {
            return Directory.Exists(folder)
                && Directory.EnumerateFileSystemEntries(folder).Any()
                && !IsSite(folder);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
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
