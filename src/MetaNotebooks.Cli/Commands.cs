using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks;
using MetaNotebooks.Notebooks.Checking;
using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Parameters;
using MetaNotebooks.Notebooks.Running;
using MetaNotebooks.Notebooks.Site;
using MetaNotebooks.Notebooks.Storing;
using MetaNotebooks.Notebooks.Workers;
using Spectre.Console;

namespace MetaNotebooks.Cli;

/// <summary>What the verbs do; each gives the exit status.</summary>
/// <param name="console">Where the notebooks' progress is told.</param>
/// <param name="error">Where a wrong command is.</param>
internal sealed class Commands(IAnsiConsole console, TextWriter error)
{
    /// <summary>All notebooks ran to their ends.</summary>
    public const int Passed = 0;

    /// <summary>A cell failed, or gave something else than what is stored.</summary>
    public const int Failed = 1;

    /// <summary>What was asked for cannot be done as given, or not for all notebooks named.</summary>
    public const int BadInput = 2;

    /// <summary>Stopped by the user; nothing was written.</summary>
    public const int Cancelled = 130;

    private const string Error = "error: ";
    private bool _refused;

    /// <summary>Runs notebooks and writes the site, and the outputs into their files when they are to be stored.</summary>
    public Task<int> Run(
        string[] paths,
        Func<JsonObject> parameters,
        string? site,
        bool store,
        NotebookQueue queue,
        CancellationToken cancel
    ) =>
        Guard(async () =>
        {
            var values = parameters();
            if (store && values.Count > 0)
                throw new BadInputException(
                    "--store with parameters: stored outputs are those of the defaults"
                );
            var (found, folder) = Prepare(paths, site);
            var notebooks = found.Select(notebook => Injection.Put(notebook, values)).ToArray();
            var runs = await new Reporter(console, queue).Run(notebooks, cancel);
            // What several workers run together, the first of them tells.
            if (WorkerHub.IsLaterWorker)
                return runs.Any(run => run.Failure is not null) ? Failed : Status;
            SiteWriter.Write(runs, folder);
            // The outputs of a failed run are in the site; the file keeps those of its last good one.
            if (store)
                await Store(runs.Where(run => run.Failure is null), cancel);
            WriteWhere(folder);
            return runs.Any(run => run.Failure is not null) ? Failed : Status;
        });

    /// <summary>
    /// Runs notebooks, unless another program's runs of them lie in a folder, and compares what they give with
    /// what is stored in them; writes nothing.
    /// </summary>
    public Task<int> Check(
        string[] paths,
        double tolerance,
        string? ran,
        NotebookQueue queue,
        CancellationToken cancel
    ) =>
        Guard(async () =>
        {
            var stored = Read(paths).Select(notebook => new StoredOutputs(notebook)).ToArray();
            var toRun = stored.Where(one => !one.IsEmpty).ToArray();
            var runs = ran is null
                ? await new Reporter(console, queue).Run([.. toRun.Select(one => one.Notebook)], cancel)
                : [.. toRun.Select(one => OtherRun.Read(one, ran))];

            var report = new CheckReport(console.Profile.Out.Writer);
            var check = new NotebookCheck(new Tolerance(tolerance));
            foreach (var empty in stored.Where(one => one.IsEmpty))
                report.AddEmpty(empty.Notebook.Name);
            foreach (var (one, run) in toRun.Zip(runs))
            {
                var (cells, changed) = check.Compare(one, run);
                report.Add(run.Notebook.Name, cells, changed);
            }
            report.End();
            return report.IsClean ? Status : Failed;
        });

    /// <summary>Writes the site from the outputs stored in notebooks.</summary>
    public Task<int> Export(string[] paths, string? site) =>
        Guard(() =>
        {
            var (notebooks, folder) = Prepare(paths, site);
            SiteWriter.Write([.. notebooks.Select(notebook => new NotebookRun(notebook))], folder);
            WriteWhere(folder);
            return Task.FromResult(Status);
        });

    // When all that could be read has passed.
    private int Status => _refused ? BadInput : Passed;

    private (IReadOnlyList<Notebook> Notebooks, string Folder) Prepare(string[] paths, string? site)
    {
        var folder = site ?? KitFolder.Site;
        SiteWriter.Check(folder);
        var notebooks = Read(paths);
        SiteWriter.Check(notebooks);
        return (notebooks, folder);
    }

    private IReadOnlyList<Notebook> Read(string[] paths)
    {
        var (notebooks, refused) = NotebookFinder.Read(paths.Length > 0 ? paths : [KitFolder.Notebooks]);
        if (notebooks.Count == 0)
            throw new BadInputException(string.Join($"\n{Error}", refused));
        foreach (var one in refused)
            error.WriteLine($"{Error}{one}");
        _refused = refused.Count > 0;
        return notebooks;
    }

    private void WriteWhere(string folder)
    {
        var index = Path.GetFullPath(Path.Combine(folder, "index.html"));
        var shorter = Path.GetRelativePath(".", index);
        console.Profile.Out.Writer.WriteLine($"site: {(shorter.StartsWith("..") ? index : shorter)}");
    }

    private Task Store(IEnumerable<NotebookRun> runs, CancellationToken cancel)
    {
        var browser = PictureBrowser.Find(Environment.GetEnvironmentVariable("PATH"));
        var store = new NotebookStore(browser, console.Profile.Out.Writer.WriteLine);
        return store.Write(runs.Select(run => run.Notebook), cancel);
    }

    private async Task<int> Guard(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception bad) when (bad is BadInputException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"{Error}{bad.Message}");
            return BadInput;
        }
        catch (OperationCanceledException)
        {
            return Cancelled;
        }
    }
}
