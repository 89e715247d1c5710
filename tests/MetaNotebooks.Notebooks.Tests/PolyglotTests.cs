using System.Diagnostics;
using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Tests;

/// <summary>
/// Notebooks, unchanged, in .NET Interactive's last version, started and spoken to as VS Code's Polyglot Notebooks do:
/// with the arguments of <c>.vscode/settings.json</c>.
/// </summary>
[Trait("Speed", "slow")]
public sealed class PolyglotTests
{
    // Only so that a test that fails ends.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData("01-gradient-descent")]
    [InlineData("08-meta-lstm")]
    [InlineData("11-zero-shot-and-transfer")]
    public async Task EveryCellSucceeds(string name)
    {
        KitCells.SkipUnlessBuilt();
        var notebook = NotebookReader.Read(KitRoot.At("notebooks", $"{name}.ipynb"));
        Assert.SkipUnless(
            await InteractiveKernel.IsRestored(notebook.Folder),
            "'dotnet tool restore' has not been run here."
        );
        try
        {
            await Run(notebook);
        }
        // That program, which is not mended any more, has been seen to fall silent: once, among 21 notebooks run.
        catch (OperationCanceledException)
        {
            await Run(notebook);
        }
    }

    private static async Task Run(Notebook notebook)
    {
        using var kernel = InteractiveKernel.Start(notebook.Folder, ArgumentsOfSettings(notebook.Folder));
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            foreach (var cell in notebook.Code)
            {
                await InteractiveKernel.Submit(kernel, cell.Id, cell.Text);
                var end = await InteractiveKernel.EndOf(kernel, cell.Id, patience.Token);
                Assert.True(
                    (string?)end["eventType"] == "CommandSucceeded",
                    $"{cell.Id}: {end["event"]?["message"]}"
                );
            }
        }
        finally
        {
            kernel.Kill(entireProcessTree: true);
        }
    }

    // Behind the program, which is dotnet.
    private static string[] ArgumentsOfSettings(string folder)
    {
        var settings = JsonNode.Parse(File.ReadAllText(KitRoot.At(".vscode", "settings.json")))!;
        var all = settings["dotnet-interactive.kernelTransportArgs"]!.AsArray();
        Assert.Equal("{dotnet_path}", (string?)all[0]);
        return [.. all.Skip(1).Select(one => ((string)one!).Replace("{working_dir}", folder))];
    }
}
