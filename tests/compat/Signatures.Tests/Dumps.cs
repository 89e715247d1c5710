using System.Reflection;
using Xunit;

namespace Signatures.Tests;

/// <summary>The signatures of the real packages, which lie beside the repository where they lie at all.</summary>
internal static class Dumps
{
    public static string[] Lines(string file)
    {
        var stack = Assembly
            .GetExecutingAssembly()
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(one => one.Key == "PackageStack")
            .Value;
        Assert.SkipUnless(stack == "compat", $"On PackageStack={stack} the packages are the real ones.");

        var path = Path.Combine(Root(), "..", "shared", "api", file);
        Assert.SkipUnless(File.Exists(path), $"There is no ../shared/api/{file} beside the repository.");
        return File.ReadAllLines(path);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MetaNotebooks.sln")))
            folder =
                folder.Parent
                ?? throw new DirectoryNotFoundException("No folder above the tests holds MetaNotebooks.sln.");
        return folder.FullName;
    }
}
