using System.Diagnostics;

namespace MetaNotebooks.Notebooks.Tests.Packages;

/// <summary>The kit's packages as <c>src/pack</c> makes them, and an empty folder outside of the repository to use them in.</summary>
public sealed class PackedKit : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("packages-").FullName;

    public PackedKit()
    {
        Source = Folder("source");
        var (status, text) = Run(KitRoot.At(), "bash", "src/pack", "0.1.0-test", Source);
        Failed = status == 0 ? null : text;
    }

    /// <summary>What packing said, where it failed.</summary>
    public string? Failed { get; }

    /// <summary>The folder of the packages.</summary>
    public string Source { get; }

    /// <summary>A folder of its own for one way of using them.</summary>
    public string Folder(string name) => Directory.CreateDirectory(Path.Combine(home, name)).FullName;

    /// <summary>A package cache that nothing is in at first.</summary>
    public (string Name, string Value) Cache => ("NUGET_PACKAGES", Path.Combine(home, "cache"));

    /// <summary>Runs a program in a folder; gives its exit status and all that it wrote.</summary>
    public (int Status, string Text) Run(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The tests' own run is of the repository, and says so to what it starts.
        foreach (
            var name in start
                .Environment.Keys.Where(name =>
                    name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)
                )
                .ToArray()
        )
            start.Environment.Remove(name);
        if (folder != KitRoot.At())
            start.Environment[Cache.Name] = Cache.Value;
        // MSBuild starts no program outside of Windows where that folder's path has a space.
        else
            start.Environment.Remove("TMPDIR");
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEndAsync();
        // Only so that a test that fails ends.
        if (!process.WaitForExit(TimeSpan.FromMinutes(10)))
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
        return (process.ExitCode, text.Result + error.Result);
    }

    public void Dispose() => Directory.Delete(home, recursive: true);
}
