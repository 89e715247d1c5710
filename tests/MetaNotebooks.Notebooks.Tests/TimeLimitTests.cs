using static MetaNotebooks.Notebooks.Tests.NotebookJson;

namespace MetaNotebooks.Notebooks.Tests;

/// <summary>A cell or notebook that runs too long is ended, and fails.</summary>
[Trait("Speed", "slow")]
public sealed class TimeLimitTests : IDisposable
{
    private readonly Workspace _work = new();

    [Theory]
    [InlineData("--cell-timeout", "2", "the cell ran for more than 2 s (--cell-timeout)")]
    [InlineData("--timeout", "2", "the notebook ran for more than 2 s (--timeout)")]
    public async Task ALoopIsEnded(string option, string seconds, string words)
    {
        Write(_work.At("loop.ipynb"), Code("c", "while true do ()"), Code("after", "printfn \"after\""));
        var (status, text) = await Workspace.Invoke(
            "run",
            _work.Folder,
            "--out",
            _work.Site,
            "--store",
            option,
            seconds
        );
        Assert.Equal(1, status);
        Assert.Matches(@"loop: FAILED in [^\n]*, in cell 1: Time limit\n", text);
        Assert.Contains(words, text);
        Assert.Contains(words, _work.Page("loop"));
        Assert.DoesNotContain("Time limit", File.ReadAllText(_work.At("loop.ipynb")));
    }

    [Theory]
    [InlineData("--cell-timeout", "0")]
    [InlineData("--timeout", "-1")]
    [InlineData("--memory", "much")]
    public async Task LimitsAreNumbersFromOneUp(string option, string value)
    {
        var (status, text) = await Workspace.Invoke("run", _work.At("a.ipynb"), option, value);
        Assert.Equal(2, status);
        Assert.Contains($"{option}: '{value}' is not a whole number from 1 up", text);
    }

    /// <inheritdoc/>
    public void Dispose() => _work.Dispose();
}
