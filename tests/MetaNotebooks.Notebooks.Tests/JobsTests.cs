using static MetaNotebooks.Notebooks.Tests.NotebookJson;

namespace MetaNotebooks.Notebooks.Tests;

/// <summary>Several notebooks at a time give what one at a time gives.</summary>
[Trait("Speed", "slow")]
public sealed class JobsTests : IDisposable
{
    private readonly Workspace _work = new();

    [Fact]
    public async Task OrderAndOutputsAreThoseOfOneAtATime()
    {
        // The first takes longest; each says what it was given, and the second ends its process at once.
        Add("a", "System.Threading.Thread.Sleep 3000\nprintfn \"a\"");
        Add("b", "exit 3");
        Add("c", "printfn \"c\"");
        var (alone, aloneText) = await Run("1");
        var (together, togetherText) = await Run("3");
        Assert.Equal(aloneText, togetherText);
        Assert.Equal(alone, together);
        Assert.Matches(
            "^a: started\na: passed\nb: started\nb: FAILED, .*(\n  .*)*\nc: started\nc: passed",
            alone
        );
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public async Task EachComputesWithOneThreadWhateverTheJobs(string jobs)
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("OMP_NUM_THREADS") is null,
            "The environment says how many threads."
        );
        foreach (var name in (string[])["a", "b"])
            Add(name, "printfn \"%s thread\" (Environment.GetEnvironmentVariable \"OMP_NUM_THREADS\")");
        await Run(jobs);
        Assert.Contains("1 thread", _work.Page("a"));
        Assert.Contains("1 thread", _work.Page("b"));
    }

    // What the terminal showed, without the times, and all of the outputs.
    private async Task<(string Report, string Outputs)> Run(string jobs)
    {
        var (_, text) = await Workspace.Invoke("run", _work.Folder, "--out", _work.Site, "--jobs", jobs);
        var report = System.Text.RegularExpressions.Regex.Replace(text, @" in (\d+ min )?[\d.]+ m?s", "");
        var notebooks = Directory.GetFiles(_work.Site, "*.ipynb").Order(StringComparer.Ordinal);
        return (report, string.Concat(notebooks.Select(File.ReadAllText)));
    }

    private void Add(string name, string code) => Write(_work.At($"{name}.ipynb"), Code("c", code));

    /// <inheritdoc/>
    public void Dispose() => _work.Dispose();
}
