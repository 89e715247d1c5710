using System.Text.Json.Nodes;

namespace MetaNotebooks.Tests.Jobs;

/// <summary>What a program tells of itself when it is a job of a sweep.</summary>
[Collection(nameof(JobTests))]
[CollectionDefinition(nameof(JobTests), DisableParallelization = true)]
public sealed class JobTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("job-").FullName;

    /// <inheritdoc/>
    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Job.Variable, null);
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void OutsideOfASweepNothingIsWrittenAndPathsStay()
    {
        Assert.Null(Job.Folder);
        Job.Report("loss", 1);
        Job.Report("loss", 2);
        Assert.Equal("runs/x.safetensors", Job.PathOf("runs/x.safetensors"));
        Assert.False(Job.Stopping.CanBeCanceled);
        Assert.Throws<ArgumentException>(() => Job.Report(" ", 1));
    }

    [Fact]
    public void FiguresLoseNoDigitAndHaveOneValueEach()
    {
        Environment.SetEnvironmentVariable(Job.Variable, _folder);
        Job.Report("third", 1 / 3.0);
        Job.Report("diverged", double.NaN);
        var error = Assert.Throws<InvalidOperationException>(() => Job.Report("third", 2));
        Assert.Contains("'third' was reported as 0.3333333333333333 already", error.Message);
        var written = JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, "result.json")))!;
        Assert.Equal(1 / 3.0, (double)written["third"]!);
        Assert.Equal("NaN", (string?)written["diverged"]);
        Assert.Equal(["result.json"], Directory.GetFiles(_folder).Select(Path.GetFileName));
        Assert.Equal(Path.Combine(_folder, "x.safetensors"), Job.PathOf("runs/x.safetensors"));
    }
}
