using System.Diagnostics;
using System.Text.Json.Nodes;

namespace MetaNotebooks.Notebooks.Tests;

/// <summary>.NET Interactive's last version, spoken to as VS Code's Polyglot Notebooks does.</summary>
internal static class InteractiveKernel
{
    public static async Task Submit(Process kernel, string id, string code)
    {
        var command = new JsonObject
        {
            ["token"] = id,
            ["commandType"] = "SubmitCode",
            ["command"] = new JsonObject { ["code"] = code, ["targetKernelName"] = "fsharp" },
        };
        await kernel.StandardInput.WriteLineAsync(command.ToJsonString());
        await kernel.StandardInput.FlushAsync(CancellationToken.None);
    }

    public static async Task<JsonNode> EndOf(Process kernel, string id, CancellationToken cancel)
    {
        while (await kernel.StandardOutput.ReadLineAsync(cancel) is { } line)
        {
            // What it prints itself, such as a greeting, stands between the events.
            if (!line.StartsWith('{'))
                continue;
            var told = JsonNode.Parse(line)!;
            if (
                (string?)told["command"]?["token"] == id
                && (string?)told["eventType"] is "CommandSucceeded" or "CommandFailed"
            )
                return told;
        }
        throw new InvalidOperationException($"The kernel ended in cell {id}.");
    }

    public static async Task<bool> IsRestored(string folder)
    {
        using var asked = Start(folder, ["tool", "run", "dotnet-interactive", "--", "--version"]);
        await asked.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await asked.WaitForExitAsync(CancellationToken.None);
        return asked.ExitCode == 0;
    }

    public static Process Start(
        string folder,
        string[] arguments,
        params (string Name, string Value)[] environment
    )
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
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        // Read, so that it does not wait for a reader.
        process.BeginErrorReadLine();
        return process;
    }
}
