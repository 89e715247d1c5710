using System.Text.Json.Nodes;
using static MetaNotebooks.Notebooks.Tests.NotebookJson;

namespace MetaNotebooks.Notebooks.Tests;

/// <summary>What cannot be run gets one line of error and the exit status 2, and nothing is written.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly Workspace _work = new();

    [Fact]
    public Task MissingPath() => Fails(_work.At("missing.ipynb"), "no such file or folder");

    [Fact]
    public Task FolderWithoutNotebooks() => Fails(_work.Folder, "no .ipynb file in this folder");

    [Fact]
    public Task OtherFile() => FailsWith("notes.txt", "hello", "expected a file that ends in .ipynb");

    [Theory]
    [InlineData("{ \"cells\": [", "not JSON")]
    [InlineData("[1]", "expected a JSON object")]
    [InlineData("{ \"a\": 1, \"a\": 2 }", "not JSON")]
    [InlineData("{ \"cells\": [] }", "not a notebook of nbformat 4")]
    [InlineData("{ \"nbformat\": 3, \"worksheets\": [] }", "not a notebook of nbformat 4")]
    [InlineData("{ \"nbformat\": 4 }", "no list of cells")]
    [InlineData("{ \"nbformat\": 4, \"cells\": [ 1 ] }", "cell 1: not a cell")]
    [InlineData(
        "{ \"nbformat\": 4, \"cells\": [ { \"cell_type\": \"code\", \"source\": 1 } ] }",
        "wrong type"
    )]
    public Task NotANotebook(string text, string words) => FailsWith("bad.ipynb", text, words);

    [Fact]
    public Task OtherLanguageInMetadata()
    {
        var cell = Code("a", "1");
        cell["metadata"]!["polyglot_notebook"]!["kernelName"] = "csharp";
        return FailsWith("other.ipynb", Notebook(cell).ToJsonString(), "cell 1: language 'csharp'");
    }

    [Fact]
    public Task OtherKernel()
    {
        var json = Notebook(new JsonObject { ["cell_type"] = "code", ["source"] = "print(1)" });
        json["metadata"] = JsonNode.Parse("""{ "kernelspec": { "name": "python3" } }""");
        return FailsWith("python.ipynb", json.ToJsonString(), "cell 1: language 'python3'; expected fsharp");
    }

    [Theory]
    [InlineData("#!csharp\nvar x = 1;", "language 'csharp'")]
    [InlineData("let x = 1\n#!time\nx", "magic command '#!time'")]
    public Task UnknownMagic(string source, string words) =>
        FailsWith("magic.ipynb", Notebook(Code("a", source)).ToJsonString(), $"cell 1: {words}");

    [Fact]
    [Trait("Speed", "slow")]
    public async Task OneThatCannotBeReadDoesNotStopTheOthers()
    {
        File.WriteAllText(_work.At("a.ipynb"), "{ \"cells\": [");
        Write(_work.At("b.ipynb"), Code("a", "printfn \"b ran\""));
        Write(_work.At("c.ipynb"), Code("a", "let x = 1\n#!time\nx"));
        string[] paths =
        [
            _work.At("missing.ipynb"),
            _work.At("a.ipynb"),
            _work.At("b.ipynb"),
            _work.At("c.ipynb"),
        ];
        foreach (
            var verb in (string[][])
                [
                    ["run", "--store"],
                    ["export"],
                ]
        )
        {
            var (status, text) = await Workspace.Invoke([.. verb, .. paths, "--out", _work.Site]);
            Assert.Equal(2, status);
            Assert.Contains($"error: {paths[0]}: no such file or folder\n", text);
            Assert.Contains($"error: {paths[1]}: not JSON", text);
            Assert.Contains($"error: {paths[3]}, cell 1: magic command '#!time'", text);
            Assert.True(File.Exists(Path.Combine(_work.Site, "b.html")));
            Assert.False(File.Exists(Path.Combine(_work.Site, "c.html")));
        }
        Assert.Equal(2, (await Workspace.Invoke(["check", .. paths])).Status);
    }

    [Fact]
    public async Task FolderThatIsNoSiteIsLeftAlone()
    {
        Write(_work.At("good.ipynb"), Code("a", "1"));
        File.WriteAllText(Directory.CreateDirectory(_work.Site).FullName + "/precious.txt", "keep");
        var (status, text) = await Workspace.Invoke("run", _work.Folder, "--out", _work.Site);
        Assert.Equal(2, status);
        Assert.Contains("holds other files", text);
        Assert.Equal("keep", File.ReadAllText(Path.Combine(_work.Site, "precious.txt")));
    }

    [Theory]
    [InlineData("run", "--nonsense")]
    [InlineData("walk")]
    public async Task UnknownArgument(params string[] arguments) =>
        Assert.Equal(2, (await Workspace.Invoke(arguments)).Status);

    [Fact]
    public async Task HelpNamesTheVerbsButNotTheHiddenOne()
    {
        var (status, text) = await Workspace.Invoke("--help");
        Assert.Equal(0, status);
        Assert.Contains("run ", text);
        Assert.Contains("check ", text);
        Assert.Contains("export ", text);
        Assert.DoesNotContain("host", text);
    }

    private Task FailsWith(string name, string content, string words)
    {
        File.WriteAllText(_work.At(name), content);
        return Fails(_work.At(name), words);
    }

    private async Task Fails(string path, string words)
    {
        var before = Directory.Exists(path) || !File.Exists(path) ? null : File.ReadAllText(path);
        var (status, text) = await Workspace.Invoke("run", path, "--out", _work.Site, "--store");
        Assert.Equal(2, status);
        Assert.StartsWith($"error: {path}", text);
        Assert.Contains(words, text);
        Assert.Single(text.TrimEnd().Split('\n'));
        Assert.False(Directory.Exists(_work.Site));
        Assert.Equal(before, before is null ? null : File.ReadAllText(path));
    }

    /// <inheritdoc/>
    public void Dispose() => _work.Dispose();
}
