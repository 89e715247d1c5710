using System.Reflection;

namespace MetaNotebooks.Tests;

/// <summary>The files of TorchSharp's package, as they come from the feed.</summary>
internal static class TorchSharpPackage
{
    private static readonly string Folder = typeof(TorchSharpPackage)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(given => given.Key == "TorchSharpPackage")
        .Value!;

    public static string Assembly => Path.Combine(Folder, "lib/net8.0/TorchSharp.dll");

    public static string Native => Path.Combine(Folder, "runtimes/linux-x64/native/libLibTorchSharp.so");
}
