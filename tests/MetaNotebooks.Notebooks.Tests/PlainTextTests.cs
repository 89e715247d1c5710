using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Checking;
using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Outputs;
using MetaNotebooks.Notebooks.Storing;
using static MetaNotebooks.Notebooks.Tests.NotebookJson;

namespace MetaNotebooks.Notebooks.Tests;

/// <summary>The plain text that every stored output has, for viewers that show nothing else.</summary>
public sealed class PlainTextTests : IDisposable
{
    private readonly Workspace _work = new();

    [Theory]
    [InlineData("<p>MAML: loss <b>2.5</b></p>", "MAML: loss 2.5")]
    [InlineData(
        "<table><thead><tr><th></th><th>loss</th></tr></thead><tbody><tr><th>a &amp; b</th><td>1</td></tr></tbody></table>",
        "\tloss\na & b\t1"
    )]
    [InlineData("<style>td { }</style>one<br/>two<script>if (1 < 2) run();</script>", "one\ntwo")]
    [InlineData("1 < 2 &lt; 3", "1 < 2 < 3")]
    [InlineData("<svg><path d=\"M0 0\"/></svg>", null)]
    [InlineData("", null)]
    public void Html_is_told_in_its_words(string html, string? words) =>
        Assert.Equal(words, PlainText.OfHtml(new JsonObject { ["text/html"] = html }));

    [Fact]
    public async Task What_is_stored_always_has_one()
    {
        Write(
            _work.At("stored.ipynb"),
            Code("table", "1", Output("text/html", "<table><tr><td>1</td><td>2</td></tr></table>")),
            Code("picture", "1", Output("image/png", "AAAA")),
            Code("text", "1", Output("text/plain", "as it is"))
        );
        var notebook = NotebookReader.Read(_work.At("stored.ipynb"));
        await new NotebookStore(null, _ => { }).Write([notebook], CancellationToken.None);
        Assert.Equal(
            ["1\t2", "(image/png)", "as it is"],
            NotebookReader
                .Read(notebook.Path)
                .Cells.Select(cell => NotebookText.Join(cell.Outputs[0]!["data"]!["text/plain"]))
        );
    }

    // Outputs that were stored without, and those of programs with words of their own.
    [Fact]
    public void A_check_compares_it_only_where_there_is_nothing_else()
    {
        JsonObject[] html = [Output("text/html", "<p>1</p>")];
        JsonObject[] both = [Output("text/html", "<p>1</p>")];
        both[0]["data"]!["text/plain"] = "HtmlString";
        Assert.Empty(Compare(html, both));
        Assert.Empty(Compare(both, html));
        Assert.Single(Compare([Output("text/plain", "1")], [Output("text/plain", "2")]));
        both[0]["data"]!["text/html"] = "<p>2</p>";
        Assert.Single(Compare(html, both));
        Assert.Single(Compare(html, [Output("text/plain", "1")]));
    }

    /// <inheritdoc/>
    public void Dispose() => _work.Dispose();

    private static IReadOnlyList<Difference> Compare(JsonObject[] stored, JsonObject[] came) =>
        new OutputComparison(new Tolerance(Tolerance.Usual)).Find(stored, came, shapeOnly: false);
}
