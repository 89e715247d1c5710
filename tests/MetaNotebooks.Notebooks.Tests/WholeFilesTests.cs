using System.Diagnostics;
using MetaNotebooks.Cli;
using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Storing;
using static MetaNotebooks.Notebooks.Tests.NotebookJson;

namespace MetaNotebooks.Notebooks.Tests;

/// <summary>What is written is there as a whole, or what was there before still is.</summary>
public sealed class WholeFilesTests : IDisposable
{
    private readonly Workspace _work = new();

    [Fact]
    public async Task OfTwoRunsIntoOneFolderEachWritesAWholeSite()
    {
        foreach (var set in (string[])["a", "b"])
        {
            Directory.CreateDirectory(_work.At(set));
            foreach (var number in Enumerable.Range(1, 3))
                Write(
                    _work.At($"{set}/{set}{number}.ipynb"),
                    Markdown("m", $"# {set}{number}"),
                    Code("c", "1")
                );
        }
        var runs = Enumerable
            .Range(0, 24)
            .Select(i =>
                Task.Run(() =>
                    Workspace.Invoke("export", _work.At(i % 2 == 0 ? "a" : "b"), "--out", _work.Site)
                )
            );
        var told = await Task.WhenAll(runs);
        Assert.All(told, run => Assert.Equal((0, ""), (run.Status, Errors(run.Text))));

        var names = Directory.GetFiles(_work.Site, "*.ipynb").Select(path => Path.GetFileName(path)).Order();
        var set1 = names.First()[..1];
        Assert.Equal(Enumerable.Range(1, 3).Select(number => $"{set1}{number}.ipynb"), names);
        Assert.All(names, name => Assert.Contains(name[..2], _work.Page("index")));
        Assert.Equal(["a", "b", "site"], Entries());
    }

    [Fact]
    public async Task AFullDiskIsOneErrorAndTheOldSiteStays()
    {
        Write(_work.At("old.ipynb"), Code("c", "1"));
        Assert.Equal(
            0,
            (await Workspace.Invoke("export", _work.At("old.ipynb"), "--out", _work.Site)).Status
        );
        var old = Bytes();
        Write(_work.At("new.ipynb"), Code("c", new string('x', 300_000)));

        // A limit of the size of files fails in the same place as a disk without room.
        var runner = typeof(CommandLine).Assembly.Location;
        var start = new ProcessStartInfo("bash")
        {
            ArgumentList =
            {
                "-c",
                "trap '' XFSZ; ulimit -f 100; exec dotnet \"$0\" \"$@\"",
                runner,
                "export",
                _work.At("new.ipynb"),
                "--out",
                _work.Site,
            },
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" },
        };
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, process.ExitCode);
        Assert.StartsWith("error: ", error);
        Assert.Contains(_work.Site, error);
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.Equal(old, Bytes());
        Assert.Equal(["new.ipynb", "old.ipynb", "site"], Entries());
    }

    [Fact]
    public async Task AFolderThatCannotBeWrittenIsNamedBeforeAnythingRuns()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "Needs a folder that nobody can write to.");
        Write(_work.At("a.ipynb"), Code("c", "1"));
        var (status, text) = await Workspace.Invoke("run", _work.At("a.ipynb"), "--out", "/proc/self/site");
        Assert.Equal(2, status);
        Assert.StartsWith("error: /proc/self/site: cannot be written: ", text);
        Assert.Single(text.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task AFolderTakenMeanwhileIsLeftAlone()
    {
        Write(
            _work.At("a.ipynb"),
            Code(
                "c",
                "Directory.CreateDirectory \"site\" |> ignore\nFile.WriteAllText(\"site/mine.txt\", \"keep\")"
            )
        );
        var (status, text) = await Workspace.Invoke("run", _work.At("a.ipynb"), "--out", _work.Site);
        Assert.Equal(2, status);
        Assert.Contains($"error: {_work.Site}: holds other files", text);
        Assert.Equal("keep", File.ReadAllText(Path.Combine(_work.Site, "mine.txt")));
        Assert.Equal(["a.ipynb", "site"], Entries());
    }

    [Fact]
    public async Task ANotebookThatCannotBeStoredLeavesNothingBehind()
    {
        var path = _work.At("a.ipynb");
        Write(path, Code("c", "1"));
        var notebook = NotebookReader.Read(path);
        File.Delete(path);
        Directory.CreateDirectory(Path.Combine(path, "taken"));
        var store = new NotebookStore(browser: null, _ => { });
        await Assert.ThrowsAnyAsync<Exception>(() =>
            store.Write([notebook], TestContext.Current.CancellationToken)
        );
        Assert.Equal(["a.ipynb"], Entries());
    }

    private static string Errors(string text) =>
        string.Join('\n', text.Split('\n').Where(line => line.StartsWith("error")));

    private IEnumerable<string?> Entries() =>
        Directory.GetFileSystemEntries(_work.Folder).Select(path => Path.GetFileName(path)).Order();

    private IEnumerable<string> Bytes() =>
        Directory
            .GetFiles(_work.Site, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path =>
                $"{path}: {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)))}"
            )
            .ToArray();

    /// <inheritdoc/>
    public void Dispose() => _work.Dispose();
}
