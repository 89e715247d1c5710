using System.Reflection;
using System.Reflection.PortableExecutable;
using FSharp.Compiler.CodeAnalysis;
using Microsoft.FSharp.Core;

namespace MetaNotebooks.Notebooks.Tests;

/// <summary>
/// The F# compiler is the SDK's copy, compiled ahead of time. The package's is compiled just in time, for
/// seconds at each start, and the build takes it without a word where its version is not the SDK's.
/// </summary>
public sealed class CompilerTests
{
    private static readonly Version? Here = typeof(FSharpChecker).Assembly.GetName().Version;

    private static readonly Version? OfSdk = AssemblyName
        .GetAssemblyName(
            typeof(CompilerTests)
                .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .Single(given => given.Key == "CompilerOfSdk")
                .Value!
        )
        .Version;

    [Theory]
    [InlineData(typeof(FSharpChecker))]
    [InlineData(typeof(FSharpFunc<int, int>))]
    public void IsCompiledAheadOfTime(Type part) =>
        Assert.True(
            IsAheadOfTime(part.Assembly.Location),
            $"{part.Assembly.Location}: compiled just in time; expected the SDK's copy, compiled ahead of "
                + $"time. The F# compiler here has version {Here}, the SDK's {OfSdk}: let "
                + "FSharp.Compiler.Service in Directory.Packages.props be of the SDK's version; where it is, "
                + "see TakeCompilerOfSdk in Directory.Build.targets"
        );

    private static bool IsAheadOfTime(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        return file.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }
}
