using System.Diagnostics;
using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Evaluation;
using MetaNotebooks.Notebooks.Sweeps;
using static MetaNotebooks.Notebooks.Tests.NotebookJson;

namespace MetaNotebooks.Notebooks.Tests.Sweeps;

/// <summary>Sweeps in processes of this machine; tests/slurm/run has those of Slurm.</summary>
public sealed class SweepTests : IDisposable
{
    private readonly Workspace _work = new();

    /// <inheritdoc/>
    public void Dispose() => _work.Dispose();

    // Reports as a program in any language can, without the kit.
    private string WriteNotebook(string last)
    {
        var parameters = Code("defaults", "let seed = 1\nlet rate = 0.5");
        parameters["metadata"]!["tags"] = new JsonArray("parameters");
        const string Report = """
            let file = System.IO.Path.Combine(System.Environment.GetEnvironmentVariable "METANOTEBOOKS_JOB", "result.json")
            System.IO.File.WriteAllText(file, $"{{ \"loss\": {float seed / rate:R} }}")
            """;
        var path = _work.At("own.ipynb");
        File.WriteAllText(
            path,
            Notebook(parameters, Code("report", Report), Code("last", last)).ToJsonString()
        );
        return path;
    }

    // Several notebooks, each in a process of its own.
    [Fact]
    [Trait("Speed", "slow")]
    public async Task JobsPassFailAndAreCollectedWhole()
    {
        var path = WriteNotebook(
            "printfn \"here\"\nif seed = 2 && not (System.IO.File.Exists \"ready.txt\") then failwith \"two, no\""
        );
        var folder = _work.At("sweep");
        string[] sweep = ["sweep", path, "--grid", "seed=1..3", "--grid", "rate=.1,2", "--out", folder];
        var (status, text) = await Workspace.Invoke(sweep);
        Assert.Equal(1, status);
        Assert.Contains("job 2 (seed 2, rate 0.1): failed: cell 4: System.Exception: two, no", text);
        (status, text) = await Workspace.Invoke("sweep", "status", folder);
        Assert.Equal(1, status);
        Assert.EndsWith("6 jobs: 4 passed, 2 failed\n", text);

        (status, _) = await Workspace.Invoke("sweep", "collect", folder);
        Assert.Equal(1, status);
        Assert.Equal(
            "seed,rate,stage,loss\n1,0.1,passed,10\n1,2,passed,0.5\n2,0.1,failed,\n2,2,failed,\n"
                + "3,0.1,passed,30\n3,2,passed,1.5\n",
            File.ReadAllText(Path.Combine(folder, "collected.csv"))
        );
        Assert.Equal("here\n", File.ReadAllText(Path.Combine(folder, "00005", "stdout.txt")));
        Assert.Contains(
            "let seed = 3\n",
            File.ReadAllText(Path.Combine(folder, "00005", "notebook.ipynb")).Replace("\\n", "\n")
        );

        // What is there is not overwritten, and what passed is not run again.
        var kept = File.GetLastWriteTimeUtc(Path.Combine(folder, "00000", "notebook.ipynb"));
        (status, text) = await Workspace.Invoke(sweep);
        Assert.Equal(2, status);
        Assert.Contains("there is something already", text);
        // All jobs run the notebook as it was when the sweep was made, in the folder that it lies in.
        WriteNotebook("failwith \"another\"");
        File.WriteAllText(_work.At("ready.txt"), "");
        (status, text) = await Workspace.Invoke("sweep", "retry", folder);
        Assert.True(status == 0, text);
        Assert.Equal(kept, File.GetLastWriteTimeUtc(Path.Combine(folder, "00000", "notebook.ipynb")));
        (status, text) = await Workspace.Invoke("sweep", "collect", folder, "--to", _work.At("all.csv"));
        Assert.True(status == 0, text);
        Assert.Contains("\n2,0.1,passed,20\n", File.ReadAllText(_work.At("all.csv")));

        // Of two sweeps with the same job it cannot be said which counts.
        (status, text) = await Workspace.Invoke("sweep", "collect", folder, folder);
        Assert.Equal(2, status);
        Assert.Contains("two jobs have the parameters", text);
    }

    [Fact]
    public async Task WhatCannotRunLeavesNoFolder()
    {
        var path = WriteNotebook("()");
        foreach (
            var (what, axis, words) in ((string, string, string)[])
                [
                    (path, "sed=1", "'sed' is no parameter"),
                    (path, "seed=a", "expected a value like its default"),
                    (_work.At("none.ipynb"), "seed=1", "none.ipynb"),
                    (_work.At("none"), "seed=1", "no such file"),
                ]
        )
        {
            var (status, text) = await Workspace.Invoke(
                "sweep",
                what,
                "--grid",
                axis,
                "--out",
                _work.At("no")
            );
            Assert.Equal(2, status);
            Assert.Contains(words, text);
            Assert.False(Directory.Exists(_work.At("no")));
        }
        foreach (var verb in (string[])["status", "collect", "retry"])
        {
            var (status, text) = await Workspace.Invoke("sweep", verb, _work.Folder);
            Assert.Equal(2, status);
            Assert.Contains("not a sweep's folder", text);
        }
    }

    [Fact]
    public async Task AProgramIsGivenItsParametersAndAKilledJobIsLost()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the program is a script of a shell");
        var program = _work.At("own.sh");
        File.WriteAllText(
            program,
            "#!/bin/sh\necho \"$@\"\n[ \"$2\" = 2 ] && exec sleep 600\nprintf '{\"n\": %s}' \"$2\" > \"$METANOTEBOOKS_JOB/result.json\"\n"
        );
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(
                program,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        var folder = _work.At("sweep");
        var running = Workspace.Invoke(
            "sweep",
            program,
            "--grid",
            "seed=1..3",
            "--at-once",
            "3",
            "--out",
            folder
        );
        var job = new SweepJob(1, Path.Combine(folder, "00001"));
        while (
            !Directory.Exists(folder)
            || job.State.Stage != JobStage.Running
            || !File.Exists(job.At("stdout.txt"))
        )
            await Task.Delay(20, TestContext.Current.CancellationToken);
        using (var process = Process.GetProcessById(job.State.Process))
            ProcessTree.End(process);
        Assert.Equal(1, (await running).Status);

        var (status, text) = await Workspace.Invoke("sweep", "collect", folder);
        Assert.Equal(1, status);
        Assert.Contains("job 1 (seed 2): lost: its process on", text);
        Assert.Equal(
            "seed,stage,n\n1,passed,1\n2,lost,\n3,passed,3\n",
            File.ReadAllText(Path.Combine(folder, "collected.csv"))
        );
        Assert.Equal("--seed 3\n", File.ReadAllText(Path.Combine(folder, "00002", "stdout.txt")));
    }

    [Fact]
    public async Task AJobThatIsAskedToEndIsStopped()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal for it");
        var path = WriteNotebook("System.Threading.Thread.Sleep 600000");
        var folder = _work.At("sweep");
        var running = Workspace.Invoke("sweep", path, "--grid", "seed=1", "--out", folder);
        var job = new SweepJob(0, Path.Combine(folder, "00000"));
        while (!File.Exists(job.ResultPath))
            await Task.Delay(20, TestContext.Current.CancellationToken);
        using (var process = Process.GetProcessById(job.State.Process))
            ProcessTree.Ask(process);
        Assert.Equal(1, (await running).Status);
        Assert.Equal(JobStage.Stopped, job.State.Stage);
        // It had reported, but not ended.
        await Workspace.Invoke("sweep", "collect", folder);
        Assert.Equal("seed,stage\n1,stopped\n", File.ReadAllText(Path.Combine(folder, "collected.csv")));
    }
}
