using MetaNotebooks.Runner.Notebooks;
using MetaNotebooks.Runner.Site;
using Spectre.Console;

namespace MetaNotebooks.Runner.Running;

/// <summary>What the verbs do; each gives the exit status.</summary>
internal static class Commands
{
    /// <summary>All notebooks ran to their ends.</summary>
    public const int Passed = 0;

    /// <summary>A cell failed.</summary>
    public const int Failed = 1;

    /// <summary>What was asked for cannot be done as given; nothing was written.</summary>
    public const int BadInput = 2;

    /// <summary>Runs notebooks and writes the site, and the outputs into their files when they are to be stored.</summary>
    public static Task<int> Run(
        string[] paths,
        string folder,
        bool store,
        IAnsiConsole console,
        CancellationToken cancel
    ) =>
        Guard(async () =>
        {
            SiteWriter.Check(folder);
            var notebooks = NotebookFinder.Read(paths);
            var runs = await new Reporter(console).Run(notebooks, cancel);
            SiteWriter.Write(runs, folder);
            // The outputs of a failed run are in the site; the file keeps those of its last good one.
            foreach (var run in runs.Where(run => store && run.Failure is null))
                Store(run.Notebook);
            WriteWhere(console, folder);
            return runs.Any(run => run.Failure is not null) ? Failed : Passed;
        });

    /// <summary>Writes the site from the outputs stored in notebooks.</summary>
    public static Task<int> Export(string[] paths, string folder, IAnsiConsole console) =>
        Guard(() =>
        {
            SiteWriter.Check(folder);
            var notebooks = NotebookFinder.Read(paths);
            SiteWriter.Write([.. notebooks.Select(notebook => new NotebookRun(notebook))], folder);
            WriteWhere(console, folder);
            return Task.FromResult(Passed);
        });

    private static void WriteWhere(IAnsiConsole console, string folder) =>
        console.Profile.Out.Writer.WriteLine($"site: {Path.Combine(folder, "index.html")}");

    private static void Store(Notebook notebook)
    {
        var unfinished = $"{notebook.Path}.unfinished";
        File.WriteAllText(unfinished, notebook.ToText());
        File.Move(unfinished, notebook.Path, overwrite: true);
    }

    private static async Task<int> Guard(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception bad) when (bad is BadInputException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"error: {bad.Message}");
            return BadInput;
        }
    }
}
