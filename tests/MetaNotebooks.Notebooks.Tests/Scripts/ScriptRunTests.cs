using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Tests.Pages;
using Microsoft.Playwright;
using static MetaNotebooks.Notebooks.Tests.NotebookJson;

namespace MetaNotebooks.Notebooks.Tests.Scripts;

/// <summary>Notebooks as scripts, run: what they print, leave behind and end with.</summary>
[Trait("Speed", "slow")]
public sealed class ScriptRunTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private readonly Workspace _work = new();

    [Fact]
    public async Task CellsDoWhatTheyDoInANotebook()
    {
        File.WriteAllText(_work.At("loaded.fsx"), "let loaded = \"loaded\"");
        var run = await Run(
            Code("a", "#load \"loaded.fsx\"\nopen Loaded\nlet x = loaded\nx"),
            // Names again, of values, of types and of what the script itself has.
            Code("b", "let x, (y, z) = 2, (3, 4)\ntype T = A | B\nx + y + z"),
            Code(
                "c",
                "let inline x a = a + a\ntype T = { A: string }\nlet show, display = 1, 2\n{ A = x \"a\" }"
            ),
            Code("d", "let text = \"\"\"one\n    two\"\"\"\ntext"),
            // Values that nobody asks for, and none.
            Code("e", "[ 1, 2 ]\n()"),
            Code("f", "let nothing: string = null\nnothing"),
            Code("g", "Path.Combine(\"a\", \"b\"), Int32.MaxValue, Encoding.UTF8.WebName")
        );
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.Status);
        Assert.Equal(
            "loaded\n9\n{ A = \"aa\" }\none\n    two\n(\"a/b\", 2147483647, \"utf-8\")\n",
            run.Output.ReplaceLineEndings("\n")
        );
        Assert.False(File.Exists(_work.At("out/a.html")));
    }

    [Fact]
    public async Task AFailureEndsItAndThePageKeepsWhatWasShown()
    {
        const string Shown = """
            type Shown(text: string) =
                member _.ToHtml() = "<b>" + text + "</b>"
                override _.ToString() = text + " & more"
            Shown "first" |> display
            Shown "second"
            """;
        var run = await Run(
            Code("a", Shown),
            Code("b", "if true then failwith \"✗ the claim\"\nShown \"third\""),
            Code("c", "Shown \"fourth\"")
        );
        Assert.Equal(1, run.Status);
        Assert.Contains("✗ the claim", run.Error);
        Assert.Equal(
            "[1] first & more → a.html\n[2] second & more → a.html\n",
            run.Output.ReplaceLineEndings("\n")
        );
        var page = File.ReadAllText(_work.At("out/a.html"));
        Assert.Contains("<h2>[1] first &amp; more</h2>\n<b>first</b>", page);
        Assert.Contains("<section id=\"2\">", page);
        Assert.DoesNotContain("third", page);
        Assert.DoesNotContain("fourth", page);
    }

    [Theory]
    [InlineData("let n: int = \"a\"", "FS0001")]
    [InlineData("#r \"none.dll\"", "none.dll")]
    public async Task WhatCannotBeCompiledEndsItWhereItStands(string cell, string said)
    {
        var run = await Run(Code("a", "1"), Code("b", cell), Code("c", "2"));
        Assert.Equal((1, "1\n"), (run.Status, run.Output.ReplaceLineEndings("\n")));
        Assert.Contains(said, run.Error);
    }

    [Fact]
    public async Task ThePageDrawsItsChartsWithoutANetwork()
    {
        KitCells.SkipUnlessBuilt();
        var context = await browser.Instance.NewContextAsync(new BrowserNewContextOptions { Offline = true });
        context.SetDefaultTimeout(Browser.Patience);
        const string Charts = """
            Draw.histogram ([ "a", [| 1.0; 2.0 |] ], Title = "One") |> display
            Draw.lossContour (
                [| 0.0; 1.0 |], [| 0.0; 1.0 |], [ [ 0.0; 1.0 ]; [ 1.0; 2.0 ] ], Paths = [], Title = "Two")
            """;
        var kit = KitRoot.At("notebooks", "kit.fsx").Replace('\\', '/');
        var run = await Run(Code("a", $"#load \"{kit}\"\nopen MetaNotebooks"), Code("b", Charts));
        Assert.True(run.Status == 0, run.Error);
        Assert.Equal("", run.Error);
        var page = await context.NewPageAsync();
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        await page.GotoAsync(new Uri(_work.At("out/a.html")).AbsoluteUri);
        await Assertions.Expect(page.Locator("[data-drawn] .main-svg:first-child")).ToHaveCountAsync(2);
        await context.CloseAsync();
        Assert.Empty(errors);
        Assert.Single(File.ReadAllText(_work.At("out/a.html")).Split("* plotly.js v").Skip(1));
    }

    // The script stands in another folder than the notebook.
    private async Task<FsiRun> Run(params System.Text.Json.Nodes.JsonObject[] cells)
    {
        Write(_work.At("a.ipynb"), cells);
        Directory.CreateDirectory(_work.At("out"));
        Converter.Convert(_work.At("a.ipynb"), _work.At("out/a.fsx"));
        return await FsiRun.Of(_work.At("out/a.fsx"));
    }

    /// <inheritdoc/>
    public void Dispose() => _work.Dispose();
}
