using System.Text.Json.Nodes;

namespace MetaNotebooks.Notebooks.Tests;

/// <summary>Cells give what they give in .NET Interactive's F# kernel.</summary>
public sealed class CellSemanticsTests(SemanticsRun run) : IClassFixture<SemanticsRun>
{
    [Fact]
    public void AllPass() => Assert.True(run.Status == 0, run.Text);

    [Fact]
    public void LastExpressionIsTheResult()
    {
        var result = Assert.Single(run.Outputs("int"));
        Assert.Equal("execute_result", (string?)result["output_type"]);
        Assert.Equal(1, (int?)result["execution_count"]);
        Assert.StartsWith("<div class=\"dni-plaintext\"><pre>2</pre></div>", Data(result, "text/html"));
    }

    [Fact]
    public void StringIsPlainText()
    {
        var result = Assert.Single(run.Outputs("string"));
        Assert.Equal("<script>alert('result')</script>", Data(result, "text/plain"));
        Assert.DoesNotContain("<script>alert", run.Page);
        Assert.Contains("&lt;script&gt;alert(&#39;result&#39;)&lt;/script&gt;", run.Page);
    }

    [Theory]
    [InlineData("binding")]
    [InlineData("unit")]
    [InlineData("later")]
    public void NothingToShow(string id) => Assert.Empty(run.Outputs(id));

    [Fact]
    public void ValueIsCarriedFromCellToCell() =>
        Assert.Contains("<pre>42</pre>", Data(Assert.Single(run.Outputs("carried")), "text/html"));

    [Fact]
    public void EachNotebookHasAFreshSession()
    {
        Assert.Equal("Int32", Data(Assert.Single(run.OutputsOfSecond("shadow"))!.AsObject(), "text/plain"));
        var formatted = Data(Assert.Single(run.OutputsOfSecond("formatted"))!.AsObject(), "text/html");
        Assert.DoesNotContain("<i>2 m</i>", formatted);
    }

    [Fact]
    public void PrintedTextIsOneStream()
    {
        var stream = Assert.Single(run.Outputs("printed"));
        Assert.Equal("stdout", (string?)stream["name"]);
        Assert.Equal(["ab 3\n", "<script>alert('out')</script>\n"], Lines(stream["text"]));
        Assert.Contains("&lt;script&gt;alert(&#39;out&#39;)", run.Page);
    }

    [Fact]
    public void OutputsKeepTheirOrder()
    {
        var outputs = run.Outputs("order");
        Assert.Equal(
            ["stdout", "stderr", "display_data", "stdout", "execute_result"],
            outputs.Select(output => (string?)(output["name"] ?? output["output_type"]))
        );
    }

    [Fact]
    public void UpdateReplacesInPlaceEvenFromALaterCell() =>
        Assert.Equal("changed later", Data(Assert.Single(run.Outputs("update")), "text/plain"));

    [Fact]
    public void WarningDoesNotFail()
    {
        Assert.Contains("<pre>7</pre>", Data(Assert.Single(run.Outputs("warning")), "text/html"));
        Assert.Contains("first: warning: cell 11, line 1, column 22: FS0025", run.Text);
    }

    [Theory]
    [InlineData("load", "from the script")]
    [InlineData("kit-display", "shown by the script")]
    [InlineData("reference", "referenced")]
    [InlineData("opened", "a/bc")]
    [InlineData("mime", "x <- 1")]
    public void PathsStartFromTheNotebook(string id, string expected) =>
        Assert.Equal(expected, Data(Assert.Single(run.Outputs(id)), "text/plain").Replace('\\', '/'));

    [Theory]
    [InlineData("html", "<b>bold</b>")]
    [InlineData("javascript", "<script type=\"text/javascript\">window.ran = true</script>")]
    [InlineData("register", "<i>2.5 m</i>")]
    [InlineData("convention", "<u>point</u>")]
    public void HtmlIsHtml(string id, string expected)
    {
        Assert.Equal(expected, Data(Assert.Single(run.Outputs(id)), "text/html"));
        Assert.Contains($"<div class=\"output html\">{expected}</div>", run.Page);
    }

    [Fact]
    public void CultureIsInvariant() =>
        Assert.Equal("1,234.5 02/01/2020", Data(Assert.Single(run.Outputs("culture")), "text/plain"));

    [Fact]
    public void LanguageLineKeepsLineNumbers() =>
        Assert.Equal("2", Data(Assert.Single(run.Outputs("magic")), "text/plain"));

    [Fact]
    public void MarkdownLineMakesACellText()
    {
        Assert.Empty(run.Outputs("prose"));
        Assert.Null(run.Cell("prose")["execution_count"]);
        Assert.Contains(">Written in a code cell</h2>", run.Page);
    }

    [Fact]
    public void InputIsEmpty() =>
        Assert.Contains("<pre>True</pre>", Data(Assert.Single(run.Outputs("input")), "text/html"));

    [Fact]
    public void AConsoleThatACellHasTakenIsGivenBackToTheNext()
    {
        Assert.Empty(run.Outputs("taken"));
        var outputs = run.Outputs("given-back");
        Assert.Equal(["shown\n"], Lines(outputs[0]["text"]));
        Assert.Equal(["too\n"], Lines(outputs[1]["text"]));
        Assert.Contains("<pre>True</pre>", Data(outputs[2], "text/html"));
    }

    [Fact]
    public void AStyleSheetMayHoldAnything()
    {
        var script = Data(Assert.Single(run.Outputs("css")), "text/html");
        var text = System.Text.RegularExpressions.Regex.Match(script, @"createTextNode\((.*)\)\);");
        Assert.Equal(SemanticsRun.Css + " ", (string?)JsonNode.Parse(text.Groups[1].Value));
        Assert.Equal(
            script.Length - "</script>".Length,
            script.IndexOf("</script>", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void MagicsInStringsAndCommentsAreText() =>
        Assert.Contains("<pre>18</pre>", Data(Assert.Single(run.Outputs("not-magic")), "text/html"));

    [Fact]
    public void TextOfAnyLanguageStaysReadable() =>
        Assert.Equal(["元学习 😀\n"], Lines(Assert.Single(run.Outputs("chinese"))["text"]));

    [Fact]
    public void TerminalNamesEachNotebookAtItsStartAndEnd()
    {
        Assert.Contains("first: started\n", run.Text);
        Assert.Contains("first: passed in ", run.Text);
        Assert.Contains("second: passed in ", run.Text);
    }

    private static string Data(JsonObject output, string type) => string.Concat(Lines(output["data"]![type]));

    private static string[] Lines(JsonNode? lines) => [.. lines!.AsArray().Select(line => (string)line!)];
}
