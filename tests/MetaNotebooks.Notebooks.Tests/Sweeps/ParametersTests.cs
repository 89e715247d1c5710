using System.Text.Json.Nodes;
using static MetaNotebooks.Notebooks.Tests.NotebookJson;

namespace MetaNotebooks.Notebooks.Tests.Sweeps;

/// <summary>Notebooks whose parameters are given other values.</summary>
public sealed class ParametersTests : IDisposable
{
    private const string Defaults = """
        let seed = 1 // which tasks
        let rate: float = 0.1
        let mutable name = "plain"
        let ``how many`` = 3L
        let sizes = [ 1.0; 2.0 ]
        let whole = [ 1 ]
        let fast = false
        let ``to`` = 1
        let computed = 2 * seed
        let text = "
        let hidden = 3
        "
        let add a b = a + b
        """;

    private readonly Workspace _work = new();

    /// <inheritdoc/>
    public void Dispose() => _work.Dispose();

    private string Write(params JsonObject[] cells)
    {
        var path = _work.At("own.ipynb");
        File.WriteAllText(path, Notebook(cells).ToJsonString());
        return path;
    }

    private string WriteWithParameters(string after)
    {
        var parameters = Code("defaults", Defaults);
        parameters["metadata"]!["tags"] = new JsonArray("parameters");
        return Write(Code("first", "let before = 0"), parameters, Code("after", after));
    }

    private async Task<JsonArray> Run(string path, params string[] arguments)
    {
        var (status, text) = await Workspace.Invoke(["run", path, .. arguments, "--out", _work.Site]);
        Assert.True(status == 0, text);
        return JsonNode.Parse(File.ReadAllText(Path.Combine(_work.Site, "own.ipynb")))!["cells"]!.AsArray();
    }

    private static string Text(JsonNode? lines) =>
        string.Concat(lines!.AsArray().Select(line => (string?)line));

    // What papermill 2.6.0 writes for these values, but for a letter that it writes as an escape.
    [Fact]
    public async Task TheCellIsWrittenAsPapermillWritesIt()
    {
        var path = WriteWithParameters("printfn \"%A\" (seed, rate, name, sizes, fast)");
        var file = _work.At("values.json");
        File.WriteAllText(file, """{ "seed": 7, "name": "a\"b\\c\nd\té", "sizes": [0.5, 3] }""");
        var cells = await Run(
            path,
            "-f",
            file,
            "-p",
            "rate",
            "2",
            "-p",
            "seed=-3",
            "-p",
            "fast",
            "True",
            "-p",
            "whole",
            "4",
            "-p",
            "to",
            "2",
            "-p",
            "how many",
            "3"
        );
        Assert.Equal(
            ["first", "defaults", "injected-parameters", "after"],
            cells.Select(cell => (string?)cell!["id"])
        );
        Assert.Equal(
            ["injected-parameters"],
            cells[2]!["metadata"]!["tags"]!.AsArray().Select(tag => (string?)tag)
        );
        Assert.Equal(
            """
            (* Parameters *)
            let seed = -3
            let name = "a\"b\\c\nd\té"
            let sizes = [ 0.5; 3.0 ]
            let rate = 2.0
            let fast = true
            let whole = [ 4 ]
            let ``to`` = 2
            let ``how many`` = 3

            """,
            Text(cells[2]!["source"]).ReplaceLineEndings("\n")
        );
        Assert.Equal(
            "(-3, 2.0, \"a\"b\\c\nd\té\", [0.5; 3.0], true)\n",
            Text(cells[3]!["outputs"]![0]!["text"]).ReplaceLineEndings("\n")
        );
        // The notebook itself is as it was.
        Assert.DoesNotContain("injected", File.ReadAllText(path));
    }

    [Fact]
    public async Task ACellInjectedBeforeIsReplaced()
    {
        var path = WriteWithParameters("printf \"%d\" seed");
        await Run(path, "-p", "seed", "5");
        File.Copy(Path.Combine(_work.Site, "own.ipynb"), path, overwrite: true);
        var cells = await Run(path, "-p", "seed", "6");
        Assert.Equal(4, cells.Count);
        Assert.Equal("6", Text(cells[3]!["outputs"]![0]!["text"]));
    }

    [Theory]
    [InlineData(
        "sed 3",
        "'sed' is no parameter of it; expected seed, rate, name, how many, sizes, whole, fast, to, computed, text"
    )]
    [InlineData("hidden 3", "'hidden' is no parameter of it")]
    [InlineData("seed 0.5", "parameter 'seed' is 0.5; expected a value like its default, 1")]
    [InlineData("seed three", "parameter 'seed' is \"three\"; expected a value like its default, 1")]
    [InlineData("rate true", "parameter 'rate' is true; expected a value like its default, 0.1")]
    [InlineData("name 3", "parameter 'name' is 3; expected a value like its default, \"plain\"")]
    [InlineData("fast 1", "parameter 'fast' is 1; expected a value like its default, false")]
    [InlineData("whole 1.5", "parameter 'whole' is [1.5]; expected a value like its default, [ 1 ]")]
    [InlineData("=3 x", "-p '=3': expected a name and a value")]
    public async Task WhatDoesNotFitIsNamedAndNothingRuns(string given, string words)
    {
        var path = WriteWithParameters("failwith \"it ran\"");
        var (name, value) = given.Split(' ') is [var first, var second] ? (first, second) : default;
        var (status, text) = await Workspace.Invoke("run", path, "-p", name, value, "--out", _work.Site);
        Assert.Equal(2, status);
        Assert.Contains(words, text);
        Assert.False(Directory.Exists(_work.Site));
    }

    [Fact]
    public async Task BadFilesAndNotebooksAreNamed()
    {
        var path = WriteWithParameters("()");
        var file = _work.At("values.json");
        foreach (
            var (text, words) in ((string, string)[])
                [
                    ("[]", "expected a JSON object"),
                    ("{", "not JSON"),
                    ("""{ "name": { "a": 1 } }""", "parameter 'name' is"),
                ]
        )
        {
            File.WriteAllText(file, text);
            var (status, told) = await Workspace.Invoke("run", path, "-f", file, "--out", _work.Site);
            Assert.Equal(2, status);
            Assert.Contains(words, told);
        }
        var (stored, why) = await Workspace.Invoke("run", path, "--store", "-p", "seed", "3");
        Assert.Equal(2, stored);
        Assert.Contains("--store with parameters", why);
        var none = Write(Code("only", "let seed = 1"));
        (stored, why) = await Workspace.Invoke("run", none, "-p", "seed", "3", "--out", _work.Site);
        Assert.Equal(2, stored);
        Assert.Contains("no cell has the tag 'parameters'", why);
    }
}
