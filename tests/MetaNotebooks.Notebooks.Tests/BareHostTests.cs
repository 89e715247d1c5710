using System.Diagnostics;

namespace MetaNotebooks.Notebooks.Tests;

/// <summary>
/// Notebooks, unchanged, in a session of the F# compiler as other programs host it, which knows nothing of the kit:
/// every cell runs, and shows what the kit's own runner shows.
/// </summary>
[Trait("Speed", "slow")]
public sealed class BareHostTests : IDisposable
{
    private readonly DirectoryInfo _ran = Directory.CreateTempSubdirectory("bare-host-");

    [Theory]
    [InlineData("01-gradient-descent")]
    [InlineData("08-meta-lstm")]
    [InlineData("11-zero-shot-and-transfer")]
    public async Task OutputsAreThoseThatAreStored(string name)
    {
        KitCells.SkipUnlessBuilt();
        var notebook = KitRoot.At("notebooks", $"{name}.ipynb");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true };
        start.ArgumentList.Add(Host);
        start.ArgumentList.Add(notebook);
        start.ArgumentList.Add(Path.Combine(_ran.FullName, $"{name}.ipynb"));
        // One thread, as the runner gives each notebook.
        start.Environment["OMP_NUM_THREADS"] = start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        using var host = Process.Start(start)!;
        var told = await host.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await host.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(host.ExitCode == 0, told);
        var (status, text) = await Workspace.Invoke("check", notebook, "--ran", _ran.FullName);
        Assert.True(status == 0, text);
    }

    /// <inheritdoc/>
    public void Dispose() => _ran.Delete(recursive: true);

    // Built beside these tests, in the same configuration.
    private static string Host =>
        Path.GetFullPath(
            Path.Combine(
                AppContext.BaseDirectory,
                "../../MetaNotebooks.BareHost",
                Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)),
                "MetaNotebooks.BareHost.dll"
            )
        );
}
