using System.Net;
using System.Text.RegularExpressions;
using MetaNotebooks.Runner.Site;

namespace MetaNotebooks.Runner.Tests.Pages;

/// <summary>F# code in a page.</summary>
public sealed partial class FSharpHighlighterTests
{
    [Theory]
    [InlineData("let x = 1", "<span class=\"k\">let</span> x = <span class=\"n\">1</span>")]
    [InlineData("\"a // b\"", "<span class=\"s\">&quot;a // b&quot;</span>")]
    [InlineData(
        "\"\"\"a \"b\" c\"\"\"",
        "<span class=\"s\">&quot;&quot;&quot;a &quot;b&quot; c&quot;&quot;&quot;</span>"
    )]
    [InlineData("@\"a\\\" 1", "<span class=\"s\">@&quot;a\\&quot;</span> <span class=\"n\">1</span>")]
    [InlineData("x // let", "x <span class=\"c\">// let</span>")]
    [InlineData("(* let *) y", "<span class=\"c\">(* let *)</span> y")]
    [InlineData("(*) 2", "(*) <span class=\"n\">2</span>")]
    [InlineData("List<'a>", "<span class=\"t\">List</span>&lt;&#39;a&gt;")]
    [InlineData("'c' 'a", "<span class=\"s\">&#39;c&#39;</span> &#39;a")]
    [InlineData("let! v' = f", "<span class=\"k\">let!</span> v&#39; = f")]
    [InlineData("[0..9]", "[<span class=\"n\">0</span>..<span class=\"n\">9</span>]")]
    [InlineData("1e-3f x1", "<span class=\"n\">1e-3f</span> x1")]
    [InlineData(
        "#load \"k.fsx\"",
        "<span class=\"k\">#load</span> <span class=\"s\">&quot;k.fsx&quot;</span>"
    )]
    public void MarksTheParts(string code, string html) => Assert.Equal(html, FSharpHighlighter.ToHtml(code));

    [Theory]
    [InlineData("let s = \"<script>\" in s |> printf \"%s & %d\" // <b>")]
    [InlineData("\"unclosed <b>")]
    [InlineData("$\"{x:F2} <i>\" '\"' \"\\\"\"")]
    public void KeepsEveryCharacter(string code)
    {
        var html = FSharpHighlighter.ToHtml(code);
        Assert.Equal(code, WebUtility.HtmlDecode(Span().Replace(html, "")));
        Assert.DoesNotContain("<", Span().Replace(html, ""));
    }

    [GeneratedRegex("</?span[^>]*>")]
    private static partial Regex Span();
}
