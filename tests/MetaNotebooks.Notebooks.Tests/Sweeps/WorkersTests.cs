using System.Diagnostics;
using MetaNotebooks.Notebooks.Evaluation;
using static MetaNotebooks.Notebooks.Tests.NotebookJson;

namespace MetaNotebooks.Notebooks.Tests.Sweeps;

/// <summary>A notebook whose trainings are shared by processes, which meet by gRPC.</summary>
[Trait("Speed", "slow")]
public sealed class WorkersTests : IDisposable
{
    private const string Define = """
        open MetaNotebooks
        let group = WorkerGroup.Join()
        let family = Sinusoids(Shots = 5, Queries = 5)
        let maml = Maml.Create(Mlp(1, 8, 1), Losses.MeanSquaredError, 0.01)
        let first = maml |> train (family, iterations = 20, workers = true, quiet = true)
        let bytes = first.Meta |> Seq.collect (fun part -> part.bytes.ToArray()) |> Seq.toArray
        """;

    private readonly Workspace _work = new();

    /// <inheritdoc/>
    public void Dispose() => _work.Dispose();

    private (int Status, string Text) Run(int workers, string last)
    {
        KitCells.SkipUnlessBuilt();
        var path = _work.At("shared.ipynb");
        File.WriteAllText(
            path,
            Notebook(Code("load", KitCells.Load), Code("define", Define), Code("last", last)).ToJsonString()
        );
        // A process of its own, since the workers' environment is.
        string[] arguments = ["workers", $"{workers}", "--", path, "--out", _work.Site];
        var start = new ProcessStartInfo(DotnetProgram.Path, ["exec", NotebookProcess.Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, text + error.Result);
    }

    private string WriteHash =>
        $$"""
            let name = $"{group.Rank} of {group.Count}.txt"
            System.IO.File.WriteAllText(System.IO.Path.Combine(@"{{_work.Folder}}", name), System.Convert.ToHexString bytes)
            """;

    [Fact]
    public void OneTwoAndThreeProcessesLearnTheSameBits()
    {
        for (var workers = 1; workers <= 3; workers++)
        {
            var (status, text) = Run(workers, WriteHash);
            Assert.True(status == 0, text);
            // The first alone tells.
            Assert.Equal(1, text.Split("passed in").Length - 1);
        }
        var learned = Directory.GetFiles(_work.Folder, "*.txt").Select(File.ReadAllText).ToArray();
        Assert.Equal(1 + 2 + 3, learned.Length);
        Assert.Single(learned.Distinct());
    }

    [Theory]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess().Kill()", "was lost in iteration")]
    [InlineData("failwith \"ended\"", "was lost in iteration")]
    public void ALostWorkerEndsTheRunWithItsNameAndTheCheckpoint(string end, string words)
    {
        var (status, text) = Run(
            2,
            $"""
            if group.Rank = 1 then {end}
            let path = @"{_work.At("x.safetensors")}"
            maml |> train (family, iterations = 1000, workers = true, quiet = true, checkpoint = path) |> ignore
            """
        );
        Assert.NotEqual(0, status);
        Assert.Contains("LostWorkerException: Worker 1 of 2 (process ", text);
        Assert.Contains(words, text);
        Assert.Contains("The checkpoint of iteration 0 is kept in", text);
    }

    [Fact]
    public async Task BadCommandsAreNamed()
    {
        var (status, text) = await Workspace.Invoke("workers", "0", "x");
        Assert.Equal(2, status);
        Assert.Contains("expected a number from 1 up", text);
        (status, text) = await Workspace.Invoke("workers", "2", _work.At("none"));
        Assert.Equal(2, status);
        Assert.Contains("no such file", text);
    }
}
