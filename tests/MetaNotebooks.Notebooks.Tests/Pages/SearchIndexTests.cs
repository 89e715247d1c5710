using System.Text.Json;
using MetaNotebooks.Notebooks.Site;

namespace MetaNotebooks.Notebooks.Tests.Pages;

/// <summary>What a search looks through.</summary>
public sealed class SearchIndexTests
{
    [Fact]
    public void ASectionBeginsAtEachHeading()
    {
        const string Page = """
            <p>Before.</p>
            <div class="heading"><h2 id="a-b">A &lt;b&gt; <em>c</em></h2><a class="anchor" href="#a-b" aria-label="Link to: A">#</a></div>
            <p>One<b>word</b>, <span class="math">\theta_{t}' \in \mathbb{R}</span>.</p><pre class="mermaid">graph</pre><td>x</td><td>y</td>
            <li id="D4.1" data-name="D4.1" class="corrected"><p>The claim</p></li>
            """;
        Assert.Equal(
            [
                new SearchSection("", "", "Before."),
                new SearchSection("a-b", "A <b> c", "Oneword, θ_t' ∈ R. x y"),
                new SearchSection("D4.1", "D4.1", "The claim"),
            ],
            SearchIndex.Sections(Page)
        );
    }

    [Fact]
    public void IsAScriptThatHoldsOneList()
    {
        const string Words = "\"</script>\\ 元学习 \u2028";
        var script = SearchIndex.Write([("a b.html", Words, [new SearchSection("id", Words, Words)])]);
        const string Start = "window.metaNotebooksIndex = ";
        Assert.StartsWith(Start, script);
        var pages = JsonDocument.Parse(script[Start.Length..].TrimEnd('\n', ';')).RootElement;
        Assert.Equal("a%20b.html", pages[0][0].GetString());
        Assert.Equal(Words, pages[0][2][0][1].GetString());
        Assert.Contains("元学习", script);
    }
}
