using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MetaNotebooks.Notebooks.Files;
using static MetaNotebooks.Notebooks.Tests.NotebookJson;

namespace MetaNotebooks.Notebooks.Tests;

/// <summary>A page's examples are run as they stand there, in a notebook that loads the kit.</summary>
[Trait("Speed", "slow")]
public partial class ExamplesTests : IDisposable
{
    private readonly Workspace _work = new();

    /// <inheritdoc/>
    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task TheReadmesRunAndDrawTheirChart()
    {
        // The third goes on with what the first begins.
        var cells = await Run(Examples("README.md")[..2]);
        Assert.Equal("MAML on decays", ChartOf(cells[0]));
    }

    [Fact]
    public async Task TheTenTasksAreDoneAndTheLastDrawsItsChart()
    {
        var cells = await Run(Examples("notebooks", "TEN-TASKS.md"));
        Assert.Equal(10, cells.Length);
        Assert.Equal("Five points of a new sinusoid", ChartOf(cells[9]));
    }

    private static string[] Examples(params string[] page) =>
        [.. Example().Matches(File.ReadAllText(KitRoot.At(page))).Select(found => found.Groups[1].Value)];

    private async Task<JsonObject[]> Run(string[] examples)
    {
        Assert.SkipUnless(
            File.Exists(KitRoot.At("artifacts", "references.fsx")),
            "The kit is not built here."
        );
        string[] opened = ["MetaNotebooks", "TorchSharp"];
        Write(
            _work.At("examples.ipynb"),
            [
                Code(
                    "load",
                    $"#load \"{KitRoot.At("notebooks", "kit.fsx").Replace('\\', '/')}\"\n"
                        + string.Join('\n', opened.Select(name => $"open {name}"))
                ),
                .. examples.Select((example, i) => Code($"example{i}", example)),
            ]
        );
        var (status, text) = await Workspace.Invoke("run", _work.Folder, "--out", _work.Site);
        Assert.True(status == 0, text);
        var cells = _work.Cells("examples");
        return [.. examples.Select((_, i) => cells[$"example{i}"])];
    }

    // Also the proof that the runner finds the figure in what the kit's formatter gives. It stands behind the line of the
    // training's progress.
    private static string ChartOf(JsonObject cell) =>
        ChartFigure.Title(ChartFigure.Find(cell["outputs"]!.AsArray()[^1]!.AsObject())!);

    [GeneratedRegex("```fsharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
