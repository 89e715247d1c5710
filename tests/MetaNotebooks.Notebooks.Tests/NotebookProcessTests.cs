using System.Diagnostics;
using MetaNotebooks.Notebooks.Evaluation;

namespace MetaNotebooks.Notebooks.Tests;

/// <summary>The process of a notebook, whatever its events' reader does.</summary>
[Trait("Speed", "slow")]
public sealed class NotebookProcessTests : IDisposable
{
    private const string TellsItsNumber =
        "printfn \"%d\" Environment.ProcessId\nThreading.Thread.Sleep Threading.Timeout.Infinite";

    // Only so that a test that fails ends.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly NotebookLimits Limits = new(
        TimeSpan.FromHours(1),
        null,
        NotebookLimits.UsualMegabytes
    );

    private readonly Workspace _work = new();

    [Fact]
    public async Task AReaderThatLeavesEarlyEndsIt()
    {
        await foreach (var happened in Run(TellsItsNumber))
            if (happened is StreamWritten written)
            {
                _left = Process.GetProcessById(int.Parse(written.Text));
                break;
            }
        Assert.True(_left!.WaitForExit(Patience));
    }

    [Fact]
    public async Task AReaderThatThrowsEndsIt()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var happened in Run(TellsItsNumber))
                if (happened is StreamWritten written)
                {
                    _left = Process.GetProcessById(int.Parse(written.Text));
                    throw new InvalidOperationException("on purpose");
                }
        });
        Assert.True(_left!.WaitForExit(Patience));
    }

    [Fact]
    public async Task OneThatBeginsNoCellInTimeIsEnded()
    {
        var happened = new List<CellEvent>();
        await foreach (var one in Run("1", Limits with { Start = TimeSpan.Zero }))
            happened.Add(one);
        var failed = Assert.IsType<CellFailed>(Assert.Single(happened));
        Assert.Equal("Time limit", failed.Error.Name);
        Assert.Equal("no cell was begun within 0 s of the start", failed.Error.Message);
    }

    [Fact]
    public async Task NothingThatItSentIsLostToASlowReader()
    {
        const int Lines = 300;
        var code = $"""
            File.WriteAllText("left.txt", string (Diagnostics.Process.Start("sleep", "300")).Id)
            printfn "%d" Environment.ProcessId
            for i in 1 .. {Lines} do printfn "%d" i
            exit 3
            """;
        var texts = new List<string>();
        CellFailed? failed = null;
        try
        {
            await foreach (var happened in Run(code))
                if (happened is StreamWritten written)
                {
                    // Read when all is sent and the sender gone: another process holds the pipe.
                    if (texts.Count == 0)
                        await Ended(int.Parse(written.Text));
                    texts.Add(written.Text);
                }
                else
                    failed = happened as CellFailed;
        }
        finally
        {
            Process.GetProcessById(int.Parse(File.ReadAllText(_work.At("left.txt")))).Kill();
        }
        Assert.Equal(Enumerable.Range(1, Lines).Select(i => $"{i}\n"), texts.Skip(1));
        Assert.Contains("exit status 3", failed?.Error.Message);
    }

    [Fact]
    public void AProcessThatCannotBeLookedAtEndsNoTimer()
    {
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true }
        )!;
        using var watch = new ProcessWatch(process, Limits);
        process.WaitForExit();
        process.Dispose();
        watch.Look();
        Assert.Null(watch.Reason);
    }

    [Fact]
    public void WhatHasEndedIsEndedOnceMore()
    {
        var process = Process.Start(
            new ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true }
        )!;
        process.WaitForExit();
        ProcessTree.End(process);
        process.Dispose();
        ProcessTree.End(process);
    }

    private Process? _left;

    private IAsyncEnumerable<CellEvent> Run(string code, NotebookLimits? limits = null) =>
        NotebookProcess.Run(_work.Folder, [new CellCode(0, code)], limits ?? Limits, CancellationToken.None);

    private static async Task Ended(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            await process.WaitForExitAsync();
        }
        catch (ArgumentException)
        {
            // It has.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _left?.Dispose();
        _work.Dispose();
    }
}
