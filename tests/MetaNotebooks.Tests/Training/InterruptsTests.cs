namespace MetaNotebooks.Tests;

/// <summary>Ctrl-C, to a real process that trains.</summary>
public sealed class InterruptsTests : IDisposable
{
    private const int Interrupt = 2;
    private const int Terminate = 15;

    private readonly TemporaryFolder folder = new();
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose()
    {
        scope.Dispose();
        folder.Dispose();
    }

    private int Kept => TrainingCheckpoint.Load(folder["run"]).Iteration;

    private static void Until(TrainingProcess process, string expected)
    {
        string? line;
        do line = process.Line();
        while (line is not null && line != expected);
        Assert.True(line == expected, process.Errors);
    }

    [Theory]
    [InlineData(Interrupt)]
    [InlineData(Terminate)]
    public void TheFirstSignalEndsTheRunWithACheckpoint(int signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are Unix's.");
        using (var process = new TrainingProcess(folder["run"], 1_000_000))
        {
            Until(process, "5");
            process.Signal(signal);
            Until(process, "asked to end");
            Assert.Equal(130, process.End());
        }
        var kept = Kept;
        Assert.InRange(kept, 5, 999_999);
        using var again = new TrainingProcess(folder["run"], kept + 2);
        Until(again, $"{kept + 1}");
        Assert.Equal(0, again.End());
        Assert.Equal(kept + 2, Kept);
    }

    [Theory]
    [InlineData(Interrupt)]
    [InlineData(Terminate)]
    public void TheSecondSignalEndsTheProcessAtOnce(int signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are Unix's.");
        using var process = new TrainingProcess(folder["run"], 10, stuck: 3);
        Until(process, "3");
        process.Signal(signal);
        Until(process, "asked to end");
        // It is in an iteration that never ends.
        process.Signal(signal);
        Assert.Equal(128 + signal, process.End());
        Assert.Equal(3, Kept);
    }
}
