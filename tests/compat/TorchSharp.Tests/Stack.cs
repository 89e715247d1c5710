using System.Reflection;

namespace TorchSharp.Tests;

/// <summary>What the real package does that no library should copy, and no test can ask of it.</summary>
internal static class Stack
{
    private static bool IsNuget =>
        Assembly
            .GetExecutingAssembly()
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(one => one.Key == "PackageStack")
            .Value == "nuget";

    /// <summary>Skips the test where TorchSharp is the real one.</summary>
    internal static void SkipOnNuget(string reason) => Assert.SkipWhen(IsNuget, reason);
}
