using System.Reflection;
using System.Runtime.InteropServices;

namespace MetaNotebooks.Native;

/// <summary>
/// Finds libtorch for a script that has the kit by <c>#r "nuget: …"</c>: there every library lies in its own package's
/// folder, where the system does not look.
/// </summary>
/// <remarks>
/// Once libtorch is loaded, whoever asks for it by its name gets it. A program has all native libraries in its own folder,
/// and nothing is done here.
/// </remarks>
internal static class PackageFolders
{
    public static void LoadLibtorch()
    {
        // packages/metanotebooks/0.1.0/lib/net10.0/MetaNotebooks.dll
        var own = Path.GetDirectoryName(typeof(PackageFolders).Assembly.Location);
        if (string.IsNullOrEmpty(own) || Path.GetFileName(Path.GetDirectoryName(own)) != "lib")
            return;
        var package = Path.GetFullPath(Path.Combine(own, "..", ".."));
        var packages = Path.GetFullPath(Path.Combine(package, "..", ".."));
        var (system, torch, sharp) =
            OperatingSystem.IsWindows() ? ("win-x64", "torch.dll", "LibTorchSharp.dll")
            : OperatingSystem.IsMacOS() ? ("osx-arm64", "libtorch.dylib", "libLibTorchSharp.dylib")
            : ("linux-x64", "libtorch.so", "libLibTorchSharp.so");
        Load(Native(Path.Combine(packages, $"libtorch-cpu-{system}", LibtorchVersion), torch));
        Load(Native(package, sharp));

        string Native(string folder, string name) => Path.Combine(folder, "runtimes", system, "native", name);
    }

    private static string LibtorchVersion =>
        typeof(PackageFolders)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(one => one.Key == nameof(LibtorchVersion))
            .Value!;

    // What is not there, or cannot be loaded, TorchSharp says itself when it looks for it.
    private static void Load(string path)
    {
        if (File.Exists(path))
            NativeLibrary.TryLoad(path, out _);
    }
}
