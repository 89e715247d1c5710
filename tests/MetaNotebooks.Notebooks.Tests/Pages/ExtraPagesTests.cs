using static MetaNotebooks.Notebooks.Tests.NotebookJson;

namespace MetaNotebooks.Notebooks.Tests.Pages;

/// <summary>The pages of a site that are no notebooks.</summary>
[Trait("Speed", "slow")]
public sealed class ExtraPagesTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private const string Verdicts = """
        ## What the document says, and what was measured

        | row | the document | verdict |
        | --- | --- | --- |
        | D4.1, D2.1 | two kinds | *reproduced* |
        | D4.5 | the *program* $x<y$ | *corrected*: three faults |
        """;

    private readonly Workspace _work = new();

    [Fact]
    public async Task ErrataLinkToTheCellThatShowsThem()
    {
        await Export();
        var page = _work.Page("errata");
        Assert.Contains("2 reproduced, 1 corrected", page);
        Assert.Contains(
            "<p class=\"shown\">Checked in <a href=\"one.html#cell-3\">One, cell 3</a></p>",
            page
        );
        Assert.Contains("<p class=\"shown\">Told in <a href=\"one.html#cell-2\">One, cell 2</a></p>", page);
        Assert.True(page.IndexOf("id=\"D2.1\"") < page.IndexOf("id=\"D4.1\""));
        Assert.Contains("No verdict in these notebooks: D0.1, ", page);
    }

    [Fact]
    public async Task EveryPageLinksToThem()
    {
        File.WriteAllText(
            _work.At("GLOSSARY.md"),
            "# Glossary\n\n| English | 中文 |\n| --- | --- |\n| task | [任务](one.ipynb) |\n"
        );
        await Export();
        foreach (var page in (string[])["index", "one", "errata", "glossary"])
        {
            Assert.Contains("<a href=\"errata.html\">Errata</a>", _work.Page(page));
            Assert.Contains("<a href=\"glossary.html\">Glossary</a>", _work.Page(page));
        }
        Assert.Contains("<td><a href=\"one.html\">任务</a></td>", _work.Page("glossary"));
        var check = new PageCheck(browser.Instance);
        foreach (var page in (string[])["index", "errata", "glossary"])
            Assert.Empty(
                (await check.Check(Path.Combine(_work.Site, $"{page}.html"), _work.Folder)).Problems
            );
    }

    [Fact]
    public async Task WithoutVerdictsAndGlossaryThereAreNone()
    {
        Write(_work.At("plain.ipynb"), Markdown("m", "# Plain"));
        await Workspace.Invoke("export", _work.Folder, "--out", _work.Site);
        Assert.False(File.Exists(Path.Combine(_work.Site, "errata.html")));
        Assert.False(File.Exists(Path.Combine(_work.Site, "glossary.html")));
        Assert.DoesNotContain("errata", _work.Page("plain"));
    }

    [Theory]
    [InlineData("errata", "# One", "its page would replace the site's own 'errata.html'")]
    [InlineData("api", "# One", "its page would replace the site's own 'api.html'")]
    [InlineData("maml-live", "# One", "its page would replace the site's own 'maml-live.html'")]
    [InlineData("one", "## What the document says, and what was measured", "cell 1: no table under")]
    public async Task WhatIsAmissIsToldBeforeAnythingRuns(string name, string markdown, string words)
    {
        Write(_work.At($"{name}.ipynb"), Markdown("m", markdown), Code("c", "exit 1"));
        var (status, text) = await Workspace.Invoke("run", _work.Folder, "--out", _work.Site);
        Assert.Equal(2, status);
        Assert.StartsWith($"error: {_work.At(name)}.ipynb", text);
        Assert.Contains(words, text);
        Assert.False(Directory.Exists(_work.Site));
    }

    private async Task Export()
    {
        Write(
            _work.At("one.ipynb"),
            Markdown("m", "# One"),
            Markdown("v", Verdicts),
            Code("c", "check \"the first fault (row D4.5)\" true")
        );
        var (status, text) = await Workspace.Invoke("export", _work.Folder, "--out", _work.Site);
        Assert.True(status == 0, text);
    }

    /// <inheritdoc/>
    public void Dispose() => _work.Dispose();
}
