using System.Text.Json.Nodes;
using static MetaNotebooks.Notebooks.Tests.NotebookJson;

namespace MetaNotebooks.Notebooks.Tests;

/// <summary>Whatever a cell does to its process spoils only its notebook.</summary>
public sealed class FailingNotebooksTests(FailingNotebooksTests.Failures failures)
    : IClassFixture<FailingNotebooksTests.Failures>
{
    [Fact]
    public void StatusIsOne() => Assert.Equal(1, failures.Status);

    [Theory]
    [InlineData("1-diagnostic", "F# error", "line 2, column 5: FS0039")]
    [InlineData("2-exception", "System.Exception", "went &lt;wrong&gt;")]
    [InlineData("3-exit", "Process ended", "exit status 3")]
    [InlineData("4-overflow", "Process ended", "Stack overflow.")]
    [InlineData("5-failfast", "Process ended", "given up")]
    public void ErrorIsInPageAndTerminalAndNotebook(string name, string kind, string words)
    {
        var page = failures.Work.Page(name);
        Assert.Contains($"<strong>{kind}</strong>", page);
        Assert.Contains(words, page);
        Assert.Contains("<a href=\"#cell-3\">cell 3</a>", page);

        Assert.Matches($@"{name}: FAILED in [^\n]*, in cell 3: {kind}\n", failures.Text);
        Assert.Contains(words.Replace("&lt;", "<").Replace("&gt;", ">"), failures.Text);

        var cells = failures.Work.Cells(name);
        var error = Assert.Single(cells["fails"]["outputs"]!.AsArray(), IsError);
        Assert.Equal(kind, (string?)error!["ename"]);
        Assert.NotEmpty(error["traceback"]!.AsArray());
    }

    [Theory]
    [InlineData("1-diagnostic")]
    [InlineData("3-exit")]
    public void CellsBeforeAreKeptAndCellsAfterAreNotRun(string name)
    {
        var cells = failures.Work.Cells(name);
        Assert.Equal(
            ["before\n"],
            cells["before"]["outputs"]![0]!["text"]!.AsArray().Select(line => (string)line!)
        );
        Assert.Null(cells["after"]["execution_count"]);
        Assert.Empty(cells["after"]["outputs"]!.AsArray());
    }

    [Fact]
    public void WhatWasPrintedBeforeTheEndIsKept() =>
        Assert.Equal(
            "last words",
            (string?)failures.Work.Cells("3-exit")["fails"]["outputs"]![0]!["text"]![0]
        );

    [Fact]
    public void OthersStillRun()
    {
        Assert.Contains("6-good: passed in ", failures.Text);
        Assert.Equal(1, (int?)failures.Work.Cells("6-good")["good"]["execution_count"]);
    }

    [Fact]
    public void IndexTellsHowEachFared()
    {
        var index = failures.Work.Page("index");
        Assert.Contains("6 notebooks, 5 failed", index);
        Assert.Equal(5, index.Split("failed in cell 3").Length - 1);
        Assert.Contains("<a href=\"6-good.html\">A good one</a>", index);
        Assert.Contains("<p>It passes.</p>", index);
    }

    [Fact]
    public void OnlyPassedNotebooksAreStored()
    {
        Assert.Contains("\"execution_count\": 1", File.ReadAllText(failures.Work.At("6-good.ipynb")));
        Assert.DoesNotContain(
            "\"execution_count\": 1",
            File.ReadAllText(failures.Work.At("1-diagnostic.ipynb"))
        );
    }

    private static bool IsError(JsonNode? output) => (string?)output!["output_type"] == "error";

    /// <summary>One run over all ways to fail.</summary>
    public sealed class Failures : IAsyncLifetime
    {
        internal Workspace Work { get; } = new();

        internal int Status { get; private set; }

        internal string Text { get; private set; } = "";

        /// <inheritdoc/>
        public async ValueTask InitializeAsync()
        {
            Add("1-diagnostic", "let a = 1\na + missing");
            Add("2-exception", "failwith \"went <wrong>\" |> ignore");
            Add("3-exit", "printf \"last words\"\nexit 3");
            Add("4-overflow", "let rec deep n = 1 + deep (n + 1)\ndeep 0");
            Add("5-failfast", "Environment.FailFast \"given up\"");
            Write(Work.At("6-good.ipynb"), Markdown("m", "# A good one\n\nIt passes."), Code("good", "1"));
            (Status, Text) = await Workspace.Invoke("run", Work.Folder, "--out", Work.Site, "--store");
        }

        /// <inheritdoc/>
        public ValueTask DisposeAsync()
        {
            Work.Dispose();
            return ValueTask.CompletedTask;
        }

        private void Add(string name, string code) =>
            Write(
                Work.At($"{name}.ipynb"),
                Markdown("m", "# Fails"),
                Code("before", "printfn \"before\""),
                Code("fails", code),
                Code("after", "printfn \"after\"")
            );
    }
}
