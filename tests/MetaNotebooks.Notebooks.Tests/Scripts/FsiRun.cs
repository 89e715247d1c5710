using System.Diagnostics;

namespace MetaNotebooks.Notebooks.Tests.Scripts;

/// <summary>A script run to its end by <c>dotnet fsi</c>, as its reader runs it.</summary>
internal sealed record FsiRun(int Status, string Output, string Error)
{
    /// <summary>Runs a script from another folder than its own.</summary>
    public static async Task<FsiRun> Of(string script)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "fsi", script },
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // As the runner gives each notebook.
            Environment = { ["OMP_NUM_THREADS"] = "1", ["OPENBLAS_NUM_THREADS"] = "1" },
        };
        using var process = Process.Start(start)!;
        var (output, error) = (
            process.StandardOutput.ReadToEndAsync(),
            process.StandardError.ReadToEndAsync()
        );
        await process.WaitForExitAsync();
        return new FsiRun(process.ExitCode, await output, await error);
    }
}
