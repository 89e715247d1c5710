using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Site;

namespace MetaNotebooks.Notebooks.Tests.Pages;

/// <summary>Stored outputs in a page.</summary>
public sealed class OutputHtmlTests
{
    [Theory]
    [InlineData("text/plain", "<b>", "<pre class=\"output result\">&lt;b&gt;</pre>\n")]
    [InlineData("text/html", "<b>x</b>", "<div class=\"output html\"><b>x</b></div>\n")]
    [InlineData("text/markdown", "<b>", "<pre class=\"output result\">&lt;b&gt;</pre>\n")]
    [InlineData(
        "text/latex",
        "$$x<1$$",
        "<div class=\"output\"><span class=\"math display\">x&lt;1</span></div>\n"
    )]
    [InlineData(
        "image/png",
        "AAAA",
        "<div class=\"output html\"><img alt=\"\" src=\"data:image/png;base64,AAAA\"></div>\n"
    )]
    [InlineData(
        "image/svg+xml",
        "<svg/>",
        "<div class=\"output html\"><img alt=\"\" src=\"data:image/svg+xml;base64,PHN2Zy8+\"></div>\n"
    )]
    public void ShowsARepresentation(string type, string text, string html) =>
        Assert.Equal(html, OutputHtml.Render(NotebookJson.Output(type, text)));

    [Fact]
    public void PrefersTheRichest()
    {
        var output = NotebookJson.Output("text/plain", "plain");
        output["data"]!["text/html"] = "<i>rich</i>";
        Assert.Equal("<div class=\"output html\"><i>rich</i></div>\n", OutputHtml.Render(output));
    }

    [Fact]
    public void ShowsJsonAsText()
    {
        var output = NotebookJson.Output("text/plain", "");
        output["data"] = JsonNode.Parse("""{ "application/json": { "a": "<b>" } }""");
        Assert.Equal(
            "<pre class=\"output result\">{\n &quot;a&quot;: &quot;&lt;b&gt;&quot;\n}\n</pre>\n",
            OutputHtml.Render(output)
        );
    }

    [Fact]
    public void StreamIsTextWithoutTerminalColours()
    {
        var stream = new JsonObject
        {
            ["name"] = "stderr",
            ["output_type"] = "stream",
            ["text"] = new JsonArray("\u001b[31m<red>\u001b[0m\n", "x"),
        };
        Assert.Equal("<pre class=\"output stream stderr\">&lt;red&gt;\nx</pre>\n", OutputHtml.Render(stream));
    }
}
