namespace MetaNotebooks.Tests;

/// <summary>When a checkpoint is written, and what happens when it cannot be.</summary>
public sealed class CheckpointWriteTests : IDisposable
{
    private static readonly AdaptiveLearner Learner = Maml.Create(
        new Mlp(1, 2, 1),
        Losses.MeanSquaredError,
        0.01
    );
    private static readonly Sinusoids Family = new() { Shots = 2, Queries = 2 };

    private readonly TemporaryFolder folder = new();
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose()
    {
        scope.Dispose();
        folder.Dispose();
    }

    private static TrainingResult Train(
        CheckpointOptions checkpoint,
        int iterations = 10,
        Action<TrainingProgress>? progress = null
    ) =>
        Trainer.Train(
            Learner,
            Family,
            new()
            {
                Iterations = iterations,
                MetaBatch = 2,
                Checkpoint = checkpoint,
                Progress = progress,
            }
        );

    private int[] Written(CheckpointOptions options)
    {
        var seen = new List<int>();
        Train(options, progress: _ => seen.Add(TrainingCheckpoint.Load(folder["run"]).Iteration));
        seen.Add(TrainingCheckpoint.Load(folder["run"]).Iteration);
        return [.. seen.Distinct()];
    }

    [Fact]
    public void EverySoManyIterationsAtTheStartAndAtTheEnd() =>
        Assert.Equal([0, 4, 8, 10], Written(new(folder["run"]) { EveryIterations = 4, EverySeconds = null }));

    [Fact]
    public void BySecondsWhicheverComesFirst() =>
        Assert.Equal(
            Enumerable.Range(1, 10),
            Written(new(folder["run"]) { EveryIterations = 4, EverySeconds = 0 })
        );

    [Fact]
    public void AtTheStartAndTheEndAlone() =>
        Assert.Equal([0, 10], Written(new(folder["run"]) { EverySeconds = null }));

    [Fact]
    public void TheFolderIsMade()
    {
        Train(new(folder[Path.Combine("a", "b", "run")]));
        Assert.Equal(10, TrainingCheckpoint.Load(folder[Path.Combine("a", "b", "run")]).Iteration);
    }

    [Fact]
    public void AFolderThatCannotBeWrittenToIsKnownBeforeAnythingIsComputed()
    {
        // Not even root may make files there.
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/sys is Linux's.");
        Refused("/sys/run");
        File.WriteAllText(folder["file"], "");
        Refused(Path.Combine(folder["file"], "run"));
        Directory.CreateDirectory(folder["folder"]);
        Refused(folder["folder"]);
        void Refused(string path)
        {
            var error = Assert.Throws<CheckpointWriteException>(() =>
                Train(new(path), progress: progress => Assert.Fail($"iteration {progress.Iteration}"))
            );
            Assert.StartsWith($"{path}: the checkpoint of iteration 0 could not be written: ", error.Message);
            Assert.EndsWith("There is none before it.", error.Message);
        }
    }

    [Fact]
    public void AFullDiskIsOneErrorAndTheCheckpointBeforeIsKept()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/dev/full is Linux's.");
        var options = new CheckpointOptions(folder["run"]) { EveryIterations = 2 };
        var error = Assert.Throws<CheckpointWriteException>(() =>
            Train(
                options,
                progress: progress =>
                {
                    // From here on what is written finds no space: the temporary file is the device that is always full.
                    if (progress.Iteration == 5)
                        File.CreateSymbolicLink(folder["run.new"], "/dev/full");
                }
            )
        );
        Assert.Equal((6, 4), (error.Iteration, error.Kept));
        Assert.Contains("No space left on device", error.Message);
        Assert.EndsWith("That of iteration 4 is kept.", error.Message);
        Assert.Equal(4, TrainingCheckpoint.Load(folder["run"]).Iteration);
        Assert.Equal(["run"], folder.Names);
        // There is space again: the run goes on and loses nothing.
        var whole = Train(new(folder["other"]));
        Assert.Equal(whole.History, Train(options).History);
    }

    [Fact]
    public void BadOptionsAreNamed()
    {
        string Error(CheckpointOptions options) =>
            Assert.ThrowsAny<ArgumentException>(() => Train(options)).Message;
        Assert.Contains(
            "EveryIterations is 0; expected at least 1",
            Error(new(folder["run"]) { EveryIterations = 0 })
        );
        Assert.Contains(
            "EverySeconds is NaN; expected at least 0",
            Error(new(folder["run"]) { EverySeconds = double.NaN })
        );
    }
}
