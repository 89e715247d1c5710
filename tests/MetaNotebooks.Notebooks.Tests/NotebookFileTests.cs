using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Files;
using static MetaNotebooks.Notebooks.Tests.NotebookJson;

namespace MetaNotebooks.Notebooks.Tests;

/// <summary>What is written into notebooks.</summary>
public sealed class NotebookFileTests : IDisposable
{
    private readonly Workspace _work = new();

    // As Python's json.dumps(value, indent=1, ensure_ascii=False) prints it, which is what Jupyter writes.
    private const string AsJupyterWrites = """
        {
         "empty": {},
         "none": [],
         "list": [
          1.50,
          1e-05,
          true,
          null
         ],
         "text": "\"\\\t\u0001<é元😀>"
        }

        """;

    [Fact]
    public void JsonIsWrittenAsJupyterWritesIt() =>
        Assert.Equal(AsJupyterWrites, JsonText.Write(JsonNode.Parse(AsJupyterWrites)!));

    [Fact]
    public void AListOfNumbersTakesOneLine() =>
        Assert.Equal(
            "[\n [1.50, null, -1e-05],\n [2]\n]\n",
            JsonText.Write(JsonNode.Parse("[[1.50,null,-1e-05],[2]]")!)
        );

    [Fact]
    public void WhatIsNoNumberCountsAsOneAmongNumbers() =>
        Assert.Equal(
            "[\n [0.5, \"NaN\", \"-Infinity\"],\n [\n  0.5,\n  \"none\"\n ]\n]\n",
            JsonText.Write(JsonNode.Parse("""[[0.5,"NaN","-Infinity"],[0.5,"none"]]""")!)
        );

    [Fact]
    public void HalfAPairIsReplaced() =>
        Assert.Equal("\"\uFFFDx\"\n", JsonText.Write(JsonValue.Create("\ud83dx")));

    [Fact]
    [Trait("Speed", "slow")]
    public async Task UnknownMembersAreKeptAndASecondRunWritesTheSameBytes()
    {
        var path = _work.At("kept.ipynb");
        var code = Code("c", "printfn \"元\"\n{| Loss = 0.5 |}", Output("text/plain", "stale"));
        code["metadata"]!["zebra"] = JsonNode.Parse("""{ "b": 1.0, "a": [1e3] }""");
        var markdown = Markdown("m", "![](attachment:x.png)\ntext");
        markdown["attachments"] = JsonNode.Parse("""{ "x.png": { "image/png": "AAAA" } }""");
        Write(path, markdown, code);

        Assert.Equal(0, (await Workspace.Invoke("run", path, "--out", _work.Site, "--store")).Status);
        var first = File.ReadAllText(path);
        Assert.Equal(0, (await Workspace.Invoke("run", path, "--out", _work.Site, "--store")).Status);
        Assert.Equal(first, File.ReadAllText(path));
        Assert.Equal(first, File.ReadAllText(Path.Combine(_work.Site, "kept.ipynb")));

        Assert.Contains("\"b\": 1.0,\n     \"a\": [1e3]", first);
        Assert.Contains("\"image/png\": \"AAAA\"", first);
        Assert.Contains("\"id\": \"c\"", first);
        Assert.Contains(
            "   \"source\": [\n    \"printfn \\\"元\\\"\\n\",\n    \"{| Loss = 0.5 |}\"\n   ]",
            first
        );
        Assert.DoesNotContain("stale", first);
        Assert.EndsWith("}\n", first);
        Assert.Equal(
            ["cell_type", "execution_count", "id", "metadata", "outputs", "source"],
            JsonNode.Parse(first)!["cells"]![1]!.AsObject().Select(member => member.Key)
        );
    }

    [Fact]
    public void OldNotebookGetsIdsAndTheCurrentVersion()
    {
        var path = _work.At("old.ipynb");
        var json = Notebook(Code("x", "1"));
        json["nbformat_minor"] = 2;
        json["cells"]![0]!.AsObject().Remove("id");
        File.WriteAllText(path, json.ToJsonString());
        var written = JsonNode.Parse(NotebookReader.Read(path).ToText())!;
        Assert.Equal("cell-1", (string?)written["cells"]![0]!["id"]);
        Assert.Equal(5, (int?)written["nbformat_minor"]);
    }

    [Fact]
    public void HalfAPairInAFileIsReplacedWhereverItStands()
    {
        var path = _work.At("half.ipynb");
        var json = Notebook(Code("x", "HALF", Output("text/plain", "HALF"))).ToJsonString();
        File.WriteAllText(path, json.Replace("HALF", @"a\ud800b").Replace("zebra", @"z\uDFFF"));
        var notebook = NotebookReader.Read(path);
        Assert.Equal("a\uFFFDb", notebook.Cells[0].Text);
        Assert.Equal("a\uFFFDb", (string?)notebook.Cells[0].Outputs[0]!["data"]!["text/plain"]);
    }

    [Theory]
    [InlineData("a\nb", new[] { "a\n", "b" })]
    [InlineData("a\n", new[] { "a\n" })]
    [InlineData("", new string[0])]
    public void TextIsKeptAsLines(string text, string[] lines)
    {
        var split = NotebookText.Split(text);
        Assert.Equal(lines, split.Select(line => (string?)line));
        Assert.Equal(text, NotebookText.Join(split));
    }

    /// <inheritdoc/>
    public void Dispose() => _work.Dispose();
}
