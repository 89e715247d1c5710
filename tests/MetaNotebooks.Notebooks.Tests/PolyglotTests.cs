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
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData("01-gradient-descent")]
    [InlineData("08-meta-lstm")]
    [InlineData("11-zero-shot-and-transfer")]
    public async Task EveryCellSucceeds(string name)
    {
        KitCells.SkipUnlessBuilt();
        var notebook = NotebookReader.Read(KitFolder.At("notebooks", $"{name}.ipynb"));
        Assert.SkipUnless(await IsRestored(notebook.Folder), "'dotnet tool restore' has not been run here.");
        using var kernel = Start(notebook.Folder, ArgumentsOfSettings(notebook.Folder));
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            foreach (var cell in notebook.Code)
            {
                await Submit(kernel, cell);
                var end = await EndOf(kernel, cell, patience.Token);
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

    private static async Task Submit(Process kernel, Cell cell)
    {
        var command = new JsonObject
        {
            ["token"] = cell.Id,
            ["commandType"] = "SubmitCode",
            ["command"] = new JsonObject { ["code"] = cell.Text, ["targetKernelName"] = "fsharp" },
        };
        await kernel.StandardInput.WriteLineAsync(command.ToJsonString());
        await kernel.StandardInput.FlushAsync(CancellationToken.None);
    }

    private static async Task<JsonNode> EndOf(Process kernel, Cell cell, CancellationToken cancel)
    {
        while (await kernel.StandardOutput.ReadLineAsync(cancel) is { } line)
        {
            // What it prints itself, such as a greeting, stands between the events.
            if (!line.StartsWith('{'))
                continue;
            var told = JsonNode.Parse(line)!;
            if (
                (string?)told["command"]?["token"] == cell.Id
                && (string?)told["eventType"] is "CommandSucceeded" or "CommandFailed"
            )
                return told;
        }
        throw new InvalidOperationException($"The kernel ended in cell {cell.Id}.");
    }

    private static async Task<bool> IsRestored(string folder)
    {
        using var asked = Start(folder, ["tool", "run", "dotnet-interactive", "--", "--version"]);
        await asked.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await asked.WaitForExitAsync(CancellationToken.None);
        return asked.ExitCode == 0;
    }

    // Behind the program, which is dotnet.
    private static string[] ArgumentsOfSettings(string folder)
    {
        var settings = JsonNode.Parse(File.ReadAllText(KitFolder.At(".vscode", "settings.json")))!;
        var all = settings["dotnet-interactive.kernelTransportArgs"]!.AsArray();
        Assert.Equal("{dotnet_path}", (string?)all[0]);
        return [.. all.Skip(1).Select(one => ((string)one!).Replace("{working_dir}", folder))];
    }

    private static Process Start(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_INTERACTIVE_SKIP_FIRST_TIME_EXPERIENCE"] = "1";
        // As the runner gives each notebook.
        start.Environment["OMP_NUM_THREADS"] = start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        var process = Process.Start(start)!;
        // Read, so that it does not wait for a reader.
        process.BeginErrorReadLine();
        return process;
    }
}
