using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Files;
using static MetaNotebooks.Notebooks.Tests.NotebookJson;

namespace MetaNotebooks.Notebooks.Tests.Checking;

/// <summary>The verb <c>check</c>, on notebooks whose stored outputs are right and wrong.</summary>
[Trait("Speed", "slow")]
public sealed class CheckCommandTests(CheckCommandTests.Stored stored)
    : IClassFixture<CheckCommandTests.Stored>
{
    [Fact]
    public async Task WhatCameAgainPassesAndNothingIsWritten()
    {
        var before = File.ReadAllText(stored.Good);
        var (status, text) = await Workspace.Invoke("check", stored.Good);
        Assert.True(status == 0, text);
        Assert.EndsWith("\n7 cells checked, 0 differ\n", text);
        Assert.Equal(before, File.ReadAllText(stored.Good));
    }

    [Fact]
    public async Task WhatChangedIsToldCellByCell()
    {
        var path = stored.Change(
            "changed",
            cells =>
            {
                cells["number"]["outputs"]![0]!["text"] = "loss 0.5\naccuracy 0.9\n";
                cells["chart"]["outputs"]![0]!["data"]![ChartFigure.MimeType]!["data"]![0]!["y"]![2] = 2.6;
                cells["table"]["outputs"]!.AsArray().Clear();
                cells["progress"]["outputs"]![0]!["data"]!["text/plain"] = "4 of 5";
                cells["timing-run"]["outputs"]![0]!["text"] = "took 0.001 s";
            }
        );
        var before = File.ReadAllText(path);
        var (status, text) = await Workspace.Invoke("check", path);
        Assert.Equal(1, status);
        Assert.Contains(
            "changed, cell number (1): text, line 2\n  stored: accuracy 0.9\n  came:   accuracy 0.8\n",
            text
        );
        Assert.Contains("changed, cell chart (2): chart, data[0].y[2]\n  stored: 2.6\n  came:   2.5\n", text);
        Assert.Contains(
            "changed, cell table (3): the kinds of outputs\n  stored: none\n  came:   text/html\n",
            text
        );
        Assert.Contains("  stored: 4 of 5\n  came:   5 of 5\n", text);
        Assert.EndsWith("\n7 cells checked, 4 differ\n", text);
        Assert.Equal(before, File.ReadAllText(path));
    }

    [Fact]
    public async Task AnotherProgramsRunIsCompared()
    {
        // As clients write it that keep a text in pieces, and a plain text beside all else.
        var other = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(stored.Good)!, "other"));
        var json = JsonNode.Parse(File.ReadAllText(stored.Good))!;
        var cells = json["cells"]!
            .AsArray()
            .ToDictionary(cell => (string)cell!["id"]!, cell => cell!["outputs"]!.AsArray());
        var pieces = cells["number"][0]!["text"]!.AsArray().Select(line => line!.DeepClone()).ToArray();
        cells["number"].Clear();
        foreach (var piece in pieces)
            cells["number"]
                .Add(
                    new JsonObject
                    {
                        ["name"] = "stdout",
                        ["output_type"] = "stream",
                        ["text"] = piece,
                    }
                );
        cells["table"][0]!["data"]!["text/plain"] = "HtmlString";
        cells["chart"]
            .Insert(
                0,
                new JsonObject
                {
                    ["name"] = "stderr",
                    ["output_type"] = "stream",
                    ["text"] = "line 8, column 33: FS3391: this is only a warning\n",
                }
            );
        cells["number"]
            .Insert(
                0,
                new JsonObject
                {
                    ["data"] = new JsonObject
                    {
                        ["text/html"] =
                            "\r\n<div>\r\n    <div id='dotnet-interactive-this-cell-1'></div></div>",
                    },
                    ["metadata"] = new JsonObject(),
                    ["output_type"] = "display_data",
                }
            );
        var path = Path.Combine(other.FullName, "good.ipynb");
        File.WriteAllText(path, json.ToJsonString());
        var (status, text) = await Workspace.Invoke("check", stored.Good, "--ran", other.FullName);
        Assert.True(status == 0, text);
        Assert.Equal("7 cells checked, 0 differ\n", text);

        cells["update"].Clear();
        cells["last"].Clear();
        File.WriteAllText(path, json.ToJsonString());
        (status, text) = await Workspace.Invoke("check", stored.Good, "--ran", other.FullName);
        Assert.Equal(1, status);
        Assert.EndsWith("\n7 cells checked, 1 differ\n", text);
    }

    [Fact]
    public async Task ToleranceLetsSmallChangesPass()
    {
        var path = stored.Change(
            "near",
            cells =>
            {
                cells["number"]["outputs"]![0]!["text"] = "loss 0.5\naccuracy 0.81\n";
                cells["chart"]["outputs"]![0]!["data"]![ChartFigure.MimeType]!["data"]![0]!["y"]![2] = 2.51;
            }
        );
        Assert.Equal(1, (await Workspace.Invoke("check", path)).Status);
        Assert.Equal(0, (await Workspace.Invoke("check", path, "--tolerance", "0.02")).Status);
    }

    [Fact]
    public async Task AFailingCellAndAnotherKindOfTimingAreFound()
    {
        var path = stored.Change(
            "failing",
            cells =>
            {
                cells["timing-run"]["outputs"]![0]!["name"] = "stderr";
                cells["last"]["source"] = "failwith \"broke\" |> ignore";
            }
        );
        var (status, text) = await Workspace.Invoke("check", path);
        Assert.Equal(1, status);
        Assert.Contains("failing, cell timing-run (6): the kinds of outputs", text);
        Assert.Contains("failing, cell last (7): the cell failed", text);
        Assert.Contains("  came:   broke\n", text);
        Assert.EndsWith("\n7 cells checked, 2 differ\n", text);
    }

    [Fact]
    public async Task ANotebookWithoutOutputsIsTold()
    {
        using var work = new Workspace();
        Write(work.At("fresh.ipynb"), Code("a", "1"));
        var (status, text) = await Workspace.Invoke("check", work.Folder);
        Assert.Equal(1, status);
        Assert.Equal(
            "fresh: no stored outputs; run it with --store first\n0 cells checked, 0 differ\n",
            text
        );
    }

    [Theory]
    [InlineData("--tolerance", "-1")]
    [InlineData("--tolerance", "NaN")]
    [InlineData("--tolerance", "near")]
    [InlineData("--jobs", "0")]
    public async Task BadOptions(string option, string value)
    {
        var (status, text) = await Workspace.Invoke("check", stored.Good, option, value);
        Assert.Equal(2, status);
        Assert.Contains(option, text);
    }

    /// <summary>A notebook whose outputs were stored by a run.</summary>
    public sealed class Stored : IAsyncLifetime
    {
        private readonly Workspace _work = new();

        /// <summary>The notebook as it was stored.</summary>
        public string Good => _work.At("good.ipynb");

        /// <inheritdoc/>
        public async ValueTask InitializeAsync()
        {
            Write(
                Good,
                Code("number", "printfn \"loss 0.5\"\nprintfn \"accuracy %g\" 0.8"),
                Code("chart", SampleChart.Code(SampleChart.Figure())),
                Code("table", "HTML \"<table><tr><td>1.5</td></tr></table>\""),
                Code("progress", "let shown = display \"0 of 5\""),
                Code("update", "for i in 1 .. 5 do shown.Update $\"{i} of 5\""),
                Code("timing-run", "printfn \"took %d s\" DateTime.Now.Ticks"),
                Code("last", "1")
            );
            var (status, text) = await Workspace.Invoke("run", Good, "--out", _work.Site, "--store");
            Assert.True(status == 0, text);
        }

        /// <summary>A copy of it with other cells.</summary>
        public string Change(string name, Action<Dictionary<string, JsonObject>> change)
        {
            var json = JsonNode.Parse(File.ReadAllText(Good))!;
            change(
                json["cells"]!.AsArray().ToDictionary(cell => (string)cell!["id"]!, cell => cell!.AsObject())
            );
            File.WriteAllText(_work.At($"{name}.ipynb"), json.ToJsonString());
            return _work.At($"{name}.ipynb");
        }

        /// <inheritdoc/>
        public ValueTask DisposeAsync()
        {
            _work.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
