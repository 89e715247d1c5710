using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Running;
using MetaNotebooks.Notebooks.Site;
using static MetaNotebooks.Notebooks.Tests.NotebookJson;

namespace MetaNotebooks.Notebooks.Tests.Pages;

/// <summary>The files of a site.</summary>
public sealed class SiteWriterTests : IDisposable
{
    private readonly Workspace _work = new();

    [Fact]
    public void HoldsPagesNotebooksAndOnlyWhatTheyLoad()
    {
        WriteSite("one", "plain");
        Assert.Equal(
            [
                "assets/search-index.js",
                "assets/site.css",
                "assets/site.js",
                "assets/theme.js",
                "index.html",
                "one.html",
                "one.ipynb",
            ],
            Directory
                .GetFiles(_work.Site, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(_work.Site, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)
        );
        WriteSite("one", "$x$");
        Assert.True(File.Exists(Path.Combine(_work.Site, "assets", "katex.min.js")));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(_work.Site, "assets", "fonts")));
    }

    [Fact]
    public void ReplacesAnEarlierSite()
    {
        WriteSite("one", "old");
        WriteSite("two", "new");
        Assert.False(File.Exists(Path.Combine(_work.Site, "one.html")));
        Assert.Contains("<a href=\"two.html\">", _work.Page("index"));
    }

    [Fact]
    public void AFailedWriteLeavesTheEarlierSite()
    {
        WriteSite("one", "old");
        Write(_work.At("two.ipynb"), Markdown("m", "new"));
        var two = NotebookReader.Read(_work.At("two.ipynb"));
        // A name that no file can have.
        var long1 = two with
        {
            Path = _work.At($"{new string('n', 300)}.ipynb"),
        };
        Assert.ThrowsAny<IOException>(() =>
            SiteWriter.Write([new NotebookRun(two), new NotebookRun(long1)], _work.Site)
        );
        Assert.Single(Directory.GetDirectories(_work.Folder));
        Assert.Contains("old", _work.Page("one"));
        Assert.False(File.Exists(Path.Combine(_work.Site, "two.html")));
    }

    // What it gives is shown: only the source waits.
    [Fact]
    public void AHiddenSourceIsFoldedAndItsOutputIsNot()
    {
        var hidden = Code("c", "let answer = 42", Output("text/plain", "what it gives"));
        hidden["metadata"]!["jupyter"] = new JsonObject { ["source_hidden"] = true };
        Write(_work.At("folded.ipynb"), hidden, Code("d", "let shown = 1"));
        SiteWriter.Write([new NotebookRun(NotebookReader.Read(_work.At("folded.ipynb")))], _work.Site);
        var page = _work.Page("folded");
        var begins = page.IndexOf("<details class=\"folded\">", StringComparison.Ordinal);
        var folded = page[begins..page.IndexOf("</details>", begins, StringComparison.Ordinal)];
        Assert.Contains("answer", folded);
        Assert.DoesNotContain("what it gives", folded);
        Assert.DoesNotContain("shown", folded);
        Assert.Contains("what it gives", page);
    }

    [Fact]
    public void PagesAreLinkedInOrder()
    {
        Write(_work.At("a.ipynb"), Markdown("m", "# First"));
        Write(_work.At("b.ipynb"), Markdown("m", "# Second <i>"));
        Write(_work.At("c.ipynb"), Markdown("m", "# Third"));
        SiteWriter.Write(
            [.. NotebookFinder.Read([_work.Folder]).Notebooks.Select(one => new NotebookRun(one))],
            _work.Site
        );
        Assert.Contains("<a rel=\"prev\" href=\"a.html\">← First</a>", _work.Page("b"));
        Assert.Contains("<a rel=\"next\" href=\"c.html\">Third →</a>", _work.Page("b"));
        Assert.DoesNotContain("rel=\"prev\"", _work.Page("a"));
        Assert.DoesNotContain("rel=\"next\"", _work.Page("c"));
    }

    private void WriteSite(string name, string markdown)
    {
        Write(_work.At($"{name}.ipynb"), Markdown("m", markdown));
        SiteWriter.Write([new NotebookRun(NotebookReader.Read(_work.At($"{name}.ipynb")))], _work.Site);
    }

    /// <inheritdoc/>
    public void Dispose() => _work.Dispose();
}
