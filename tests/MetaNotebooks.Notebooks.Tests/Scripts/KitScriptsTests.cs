using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MetaNotebooks.Notebooks.Checking;
using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Outputs;

namespace MetaNotebooks.Notebooks.Tests.Scripts;

/// <summary>Notebooks of the kit as scripts: they give what the notebooks have stored.</summary>
[Trait("Speed", "slow")]
public sealed partial class KitScriptsTests : IDisposable
{
    private static readonly Tolerance Tolerance = new(Tolerance.Usual);

    private readonly Workspace _work = new();

    [Theory]
    [InlineData("01-gradient-descent")]
    [InlineData("08-meta-lstm")]
    [InlineData("11-zero-shot-and-transfer")]
    public async Task ChecksHoldAndFiguresAreThoseOfTheNotebook(string name)
    {
        KitCells.SkipUnlessBuilt();
        var from = KitRoot.At("notebooks", $"{name}.ipynb");
        Converter.Convert(from, _work.At($"{name}.fsx"));
        var run = await FsiRun.Of(_work.At($"{name}.fsx"));
        Assert.True(run.Status == 0, run.Error);
        // Nor does the compiler warn of anything.
        Assert.Equal("", run.Error);
        var outputs = NotebookReader.Read(from).Code.SelectMany(cell => cell.Outputs.OfType<JsonObject>());
        var printed = outputs.Select(output => NotebookText.Join(output["text"]));
        var held = Held(string.Concat(printed));
        Assert.NotEmpty(held);
        Assert.Null(TextComparison.Find(held, Held(run.Output), Tolerance));
        var stored = outputs.Select(ChartFigure.Find).OfType<JsonObject>().ToArray();
        var drawn = Figures(_work.At($"{name}.html"));
        Assert.Equal(stored.Length, drawn.Length);
        Assert.Empty(
            stored.Zip(drawn).SelectMany(pair => JsonComparison.Find(pair.First, pair.Second, Tolerance))
        );
    }

    // The checks that held, a line each.
    private static string Held(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Where(line => line.StartsWith('✓')));

    private static JsonNode?[] Figures(string page) =>
        [.. Figure().Matches(File.ReadAllText(page)).Select(found => Json.Parse(found.Groups[1].Value))];

    [GeneratedRegex("data-figure>([^<]*)</script>")]
    private static partial Regex Figure();

    /// <inheritdoc/>
    public void Dispose() => _work.Dispose();
}
