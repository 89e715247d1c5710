namespace MetaNotebooks.Tests;

/// <summary>Ctrl-C, to a real process that trains.</summary>
[Trait("Speed", "slow")]
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

    // A shell starts what runs in its background with SIGINT ignored; processes inherit that, and .NET respects it.
    private static void Answered(int signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The signals are read from /proc, Linux's.");
        var line = File.ReadLines("/proc/self/status").First(text => text.StartsWith("SigIgn:"));
        var ignored = Convert.ToUInt64(line[7..].Trim(), 16);
        Assert.SkipWhen((ignored >> (signal - 1) & 1) != 0, $"Signal {signal} is ignored here.");
    }

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
        Answered(signal);
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
        Answered(signal);
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
