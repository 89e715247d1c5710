using System.Text.RegularExpressions;
using MetaNotebooks.Notebooks.Files;
using static MetaNotebooks.Notebooks.Tests.NotebookJson;

namespace MetaNotebooks.Notebooks.Tests;

/// <summary>The README's example is run as it stands there, in a notebook that loads the kit.</summary>
[Trait("Speed", "slow")]
public partial class ReadmeTests : IDisposable
{
    private readonly Workspace _work = new();

    /// <inheritdoc/>
    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task TheExampleRunsAndDrawsItsChart()
    {
        Assert.SkipUnless(
            File.Exists(KitRoot.At("artifacts", "references.fsx")),
            "The kit is not built here."
        );
        string[] examples =
        [
            .. Example()
                .Matches(File.ReadAllText(KitRoot.At("README.md")))
                .Select(found => found.Groups[1].Value),
        ];
        string[] opened = ["MetaNotebooks", "TorchSharp"];
        Write(
            _work.At("readme.ipynb"),
            Code(
                "load",
                $"#load \"{KitRoot.At("notebooks", "kit.fsx").Replace('\\', '/')}\"\n"
                    + string.Join('\n', opened.Select(name => $"open {name}"))
            ),
            Code("example", examples[0]),
            Code("own", examples[1])
        );
        var (status, text) = await Workspace.Invoke("run", _work.Folder, "--out", _work.Site);
        Assert.True(status == 0, text);
        // Behind the line of the training's progress.
        var output = _work.Cells("readme")["example"]["outputs"]!.AsArray()[^1];
        // Also the proof that the runner finds the figure in what the kit's formatter gives.
        Assert.Equal("MAML on decays", ChartFigure.Title(ChartFigure.Find(output!.AsObject())!));
    }

    [GeneratedRegex("```fsharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
