using System.Runtime.InteropServices;

namespace MetaNotebooks.Notebooks.Evaluation;

/// <summary>The program of the runtime this process runs on, whether it was started by its own name or through it.</summary>
internal static class DotnetProgram
{
    /// <summary>Its path.</summary>
    public static string Path { get; } =
        System.IO.Path.Combine(
            System.IO.Path.GetFullPath("../../..", RuntimeEnvironment.GetRuntimeDirectory()),
            OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"
        );

    /// <summary>What starts a program, of which a .NET library or an F# script is one too: a program, and first arguments.</summary>
    public static (string Program, string[] Arguments) Starting(string path) =>
        System.IO.Path.GetExtension(path) switch
        {
            ".dll" => (Path, ["exec", path]),
            ".fsx" => (Path, ["fsi", "--quiet", path]),
            _ => (path, []),
        };
}
