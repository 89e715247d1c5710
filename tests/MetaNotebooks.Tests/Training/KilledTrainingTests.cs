using System.Diagnostics;

namespace MetaNotebooks.Tests;

/// <summary>A real process that trains is killed at any moment, again and again, and nothing is lost.</summary>
[Trait("Speed", "slow")]
public sealed class KilledTrainingTests : IDisposable
{
    private const int Kills = 25;
    private const int Iterations = 300;

    private readonly TemporaryFolder folder = new();
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose()
    {
        scope.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void KilledTwentyFiveTimesItEndsWithTheBitsOfARunThatNeverWas()
    {
        var random = new Random(1);
        var (killed, unfinished) = (0, 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var process = new TrainingProcess(folder["run"], Iterations);
            // By what it has done. 0 lines: while it starts.
            var told = 0;
            for (var lines = random.Next(12); lines > 0 && process.Line() is { } line; lines--)
                _ = int.TryParse(line, out told);
            // And then at any moment, up to the time of an iteration and its writing; or while it writes.
            if (kill % 5 == 4)
                process.StopWhen(() => File.Exists(folder["run.new"]));
            else
                Spin(random.NextDouble() * (told == 0 ? 0.05 : 0.004));
            if (process.Kill())
                killed++;
            if (File.Exists(folder["run.new"]))
                unfinished++;
            if (!File.Exists(folder["run"]))
                Assert.Equal(0, told);
            else
                // Whole, and with every iteration that was told of.
                Assert.InRange(TrainingCheckpoint.Load(folder["run"]).Iteration, told, Iterations);
            scope.DisposeEverything();
        }
        using (var last = new TrainingProcess(folder["run"], Iterations))
            Assert.True(last.End() == 0, last.Errors);
        using (var whole = new TrainingProcess(folder["whole"], Iterations))
            Assert.True(whole.End() == 0, whole.Errors);
        Assert.InRange(killed, 20, Kills);
        Assert.True(unfinished > 0, "No kill fell within the writing of a checkpoint.");
        // The files hold parameters, optimiser state and history: all of them to the bit.
        Assert.Equal(File.ReadAllBytes(folder["whole"]), File.ReadAllBytes(folder["run"]));
        Assert.Equal(Iterations, TrainingCheckpoint.Load(folder["run"]).Iteration);
    }

    private static void Spin(double seconds)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed.TotalSeconds < seconds)
            Thread.SpinWait(20);
    }
}
