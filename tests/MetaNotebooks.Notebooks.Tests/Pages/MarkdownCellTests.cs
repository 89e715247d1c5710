using MetaNotebooks.Notebooks.Site;

namespace MetaNotebooks.Notebooks.Tests.Pages;

/// <summary>Markdown in a page.</summary>
public sealed class MarkdownCellTests : IDisposable
{
    private readonly Workspace _work = new();

    [Theory]
    [InlineData("a <script>alert(1)</script> b", "<p>a &lt;script&gt;alert(1)&lt;/script&gt; b</p>\n")]
    [InlineData("H<sub>2</sub>O<br/>x", "<p>H<sub>2</sub>O<br>x</p>\n")]
    [InlineData("<b onclick=\"x()\">b</b>", "<p>&lt;b onclick=&quot;x()&quot;&gt;b</b></p>\n")]
    [InlineData(
        "<div style=\"x\">\nhello\n</div>",
        "<div>&lt;div style=&quot;x&quot;&gt;\nhello\n&lt;/div&gt;</div>\n"
    )]
    [InlineData(
        "<details><summary>A fold</summary>\n\n*in*\n\n</details>",
        "<details><summary>A fold</summary>\n<p><em>in</em></p>\n</details>\n"
    )]
    [InlineData("[x](javascript:alert(1))", "<p><a href=\"#\">x</a></p>\n")]
    [InlineData("[x](JavaScript&#58;alert(1))", "<p><a href=\"#\">x</a></p>\n")]
    [InlineData("![x](data:text/html;base64,AA)", "<p><img src=\"#\" alt=\"x\" /></p>\n")]
    [InlineData("<https://example.org>", "<p><a href=\"https://example.org\">https://example.org</a></p>\n")]
    [InlineData("$a<b$", "<p><span class=\"math\">a&lt;b</span></p>\n")]
    [InlineData("$$a$$", "<p><span class=\"math display\">a</span></p>\n")]
    [InlineData("$$\na\n$$", "<p><span class=\"math display\">a</span></p>\n")]
    [InlineData("```mermaid\nA --> B\n```", "<pre class=\"mermaid\">A --&gt; B</pre>\n")]
    [InlineData(
        "```mermaid\n</pre><script>\n```",
        "<pre class=\"mermaid\">&lt;/pre&gt;&lt;script&gt;</pre>\n"
    )]
    [InlineData("    <b>", "<pre><code>&lt;b&gt;</code></pre>\n")]
    [InlineData(
        "```fsharp\nlet\n```",
        "<pre class=\"source\"><code><span class=\"k\">let</span></code></pre>\n"
    )]
    public void IsSafeHtml(string markdown, string html) => Assert.Equal(html, Render(markdown).Html);

    [Fact]
    public void SaysWhatItNeeds()
    {
        Assert.True(Render("so $x$").HasMath);
        Assert.True(Render("```mermaid\ngraph LR\n```").HasDiagram);
        var plain = Render("costs 5 $\n\n```fsharp\nlet mermaid = 1\n```");
        Assert.False(plain.HasMath);
        Assert.False(plain.HasDiagram);
    }

    [Fact]
    public void HeadingsHaveUniqueIdsAcrossCells()
    {
        var cells = NewCells();
        var first = cells.Render("## The *loss* $L$\n\n## 数据", 1).Headings;
        var second = cells.Render("## The loss L", 2).Headings;
        Assert.Equal(["the-loss-l", "数据"], first.Select(heading => heading.Id));
        Assert.Equal("The loss <span class=\"math\">L</span>", first[0].Html);
        Assert.Equal("the-loss-l-2", Assert.Single(second).Id);
    }

    [Fact]
    public void NoTwoHeadingsShareAnIdNorTakeThatOfACell()
    {
        var ids = NewCells()
            .Render("## A\n\n## A 2\n\n## A\n\n## Cell 3\n\n## ?\n\n## !", 1)
            .Headings.Select(one => one.Id);
        Assert.Equal(["a", "a-2", "a-3", "cell-3-2", "section-1", "section-2"], ids);
    }

    [Fact]
    public void AHeadingHasALinkToItself() =>
        Assert.Equal(
            "<div class=\"heading\"><h2 id=\"a-b\">a <em>&lt;b</em></h2>"
                + "<a class=\"anchor\" href=\"#a-b\" aria-label=\"Link to: a &lt;b\">#</a></div>\n",
            Render("## a *&lt;b*").Html
        );

    [Fact]
    public void FootnotesOfTwoCellsDoNotCollide()
    {
        var cells = NewCells();
        var markdown = "a[^1]\n\n[^1]: note";
        Assert.Contains("id=\"c1-fn:1\"", cells.Render(markdown, 1).Html);
        Assert.Contains("href=\"#c2-fn:1\"", cells.Render(markdown, 2).Html);
    }

    [Fact]
    public void LinksLeadToPagesAndFiles()
    {
        File.WriteAllText(_work.At("data.csv"), "a");
        var html = Render("[n](02-next.ipynb#top) [f](data.csv) [g](gone.ipynb)").Html;
        Assert.Contains("href=\"02-next.html#top\"", html);
        Assert.Contains("href=\"../data.csv\"", html);
        Assert.Contains("href=\"gone.ipynb\"", html);
    }

    [Fact]
    public void SoDoLinksWhoseNamesHoldMoreThanPlainLetters()
    {
        File.WriteAllText(_work.At("50 % é#1.csv"), "a");
        var html = Render("[n](été%20学.ipynb) [f](50%20%25%20é%231.csv)").Html;
        Assert.Contains("href=\"%C3%A9t%C3%A9%20%E5%AD%A6.html\"", html);
        Assert.Contains("href=\"../50%20%25%20%C3%A9%231.csv\"", html);
    }

    [Fact]
    public void ImageBesideTheNotebookGoesIntoThePage()
    {
        File.WriteAllBytes(_work.At("x.png"), [1, 2, 3]);
        Assert.Contains("src=\"data:image/png;base64,AQID\"", Render("![x](x.png)").Html);
    }

    private MarkdownHtml Render(string markdown) => NewCells().Render(markdown, 1);

    private MarkdownCell NewCells() =>
        new(new PageLinks(_work.Folder, _work.Site, new HashSet<string> { "02-next", "été 学" }));

    /// <inheritdoc/>
    public void Dispose() => _work.Dispose();
}
