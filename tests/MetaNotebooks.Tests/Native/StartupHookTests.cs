using System.Diagnostics;

namespace MetaNotebooks.Tests;

/// <summary>
/// The contracts that every learner, sampler and model passes, in a process in which a thread collects each millisecond
/// from the very start: <c>tests/collecting/run</c> does the same with all tests and all notebooks.
/// </summary>
[Trait("Speed", "slow")]
[Collection(nameof(CollectingTests))]
public class StartupHookTests
{
    private static readonly Type[] Contracts =
    [
        typeof(LearnerContract),
        typeof(SamplerContract),
        typeof(ModelContract),
    ];

    [Fact]
    public void TheContractsHoldBesideACollector()
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet"
                ? own
                : "dotnet"
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(typeof(StartupHookTests).Assembly.Location);
        foreach (var contract in Contracts)
        foreach (var argument in (string[])["-class", contract.FullName!])
            start.ArgumentList.Add(argument);
        start.ArgumentList.Add("-noColor");
        start.Environment["DOTNET_STARTUP_HOOKS"] = Path.Combine(
            AppContext.BaseDirectory,
            "MetaNotebooks.Collecting.dll"
        );
        using var process = Process.Start(start)!;
        // Read, so that it does not wait for room; libtorch says there what it pleases.
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var told = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"Exit status {process.ExitCode}\n{told}");
        Assert.Matches(@"Total: \d{3,}, Errors: 0, Failed: 0, Skipped: 0", told);
    }
}
