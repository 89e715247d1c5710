using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Files;
using static MetaNotebooks.Notebooks.Tests.NotebookJson;

namespace MetaNotebooks.Notebooks.Tests;

/// <summary>Hostile outputs and exceptions in notebooks that are run.</summary>
[Trait("Speed", "slow")]
public sealed class HostileCellsTests(HostileCellsTests.Run run) : IClassFixture<HostileCellsTests.Run>
{
    // Of those that end a cell, one of each kind, since each takes a process; the kernel is given all.
    private static readonly string[] Ending =
    [
        "print",
        "html",
        "self",
        "self-updated",
        "deep",
        "long-message",
        "fsharp-Mute",
        "fsharp-Loud",
        "fsharp-Broken",
        "formatter",
    ];

    /// <summary>The cells without a magic command, which the runner has not.</summary>
    public static TheoryData<string> Names => [.. Cells.Select(cell => cell.Name)];

    private static IEnumerable<HostileCell> Cells =>
        HostileCells.All.Where(cell => cell.Error is null ? !cell.IsCSharp : Ending.Contains(cell.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void TheCellEndsAsItShould(string name)
    {
        var outputs = run.Outputs(name);
        var error = outputs.SingleOrDefault(output => (string?)output!["output_type"] == "error");
        HostileCells
            .Of(name)
            .Check(
                error is null ? null : ((string?)error["ename"], (string?)error["evalue"]),
                JsonText.Write(outputs)
            );
    }

    [Fact]
    public void WhatIsToldOfOtherThreadsIsToldInTheTerminalToo() =>
        Assert.Matches(
            "passing: warning: cell [0-9]+, on another thread: System.Exception: on purpose",
            run.Text
        );

    /// <summary>One run over all: those that pass in one notebook, each of the others in its own.</summary>
    public sealed class Run : IAsyncLifetime
    {
        private readonly Workspace _work = new();
        private Dictionary<string, JsonObject> _passing = [];

        internal string Text { get; private set; } = "";

        internal JsonArray Outputs(string name) =>
            (_passing.GetValueOrDefault(name) ?? _work.Cells(name)[name])["outputs"]!.AsArray();

        /// <inheritdoc/>
        public async ValueTask InitializeAsync()
        {
            var cells = Cells.ToLookup(cell => cell.Error is null);
            Write(_work.At("passing.ipynb"), [.. cells[true].Select(cell => Code(cell.Name, cell.Code))]);
            foreach (var cell in cells[false])
                Write(_work.At($"{cell.Name}.ipynb"), Code(cell.Name, cell.Code));
            (_, Text) = await Workspace.Invoke("run", _work.Folder, "--out", _work.Site, "--jobs", "2");
            Assert.Contains("passing: passed in ", Text);
            _passing = _work.Cells("passing");
        }

        /// <inheritdoc/>
        public ValueTask DisposeAsync()
        {
            _work.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
