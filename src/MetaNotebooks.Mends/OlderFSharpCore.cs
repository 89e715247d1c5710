using Mono.Cecil;

namespace MetaNotebooks.Mends;

/// <summary>F# libraries in hosts whose FSharp.Core is older than the one that they were compiled with.</summary>
/// <remarks>
/// <para>The fault: .NET Interactive's last version, 1.0.712001, hosts FSharp.Core 10.0. Plotly.NET 6, Deedle 8.1 and
/// what is compiled here refer to 10.1, and .NET loads no library whose reference is to a later version than the one
/// that is loaded (0x80131040). Notebooks of Polyglot Notebooks could not load the kit.</para>
/// <para>The mend, in a copy: the reference is to <see cref="Oldest"/>, which a host with a later version satisfies
/// too. Nothing that these libraries call came with 10.1: every notebook runs in such a host.</para>
/// <para>This file can go when the libraries refer to 10.0 again, or when nobody has that host any more.</para>
/// </remarks>
internal static class OlderFSharpCore
{
    private const string Name = "FSharp.Core";

    /// <summary>The version that .NET Interactive's last version has.</summary>
    public static readonly Version Oldest = new(10, 0, 0, 0);

    /// <summary>The mended copy of a library; null where it needs none, as with one that is not .NET's.</summary>
    public static byte[]? Mend(string path)
    {
        try
        {
            using var module = ModuleDefinition.ReadModule(path);
            var tooLate = module
                .AssemblyReferences.Where(one => one.Name == Name && one.Version > Oldest)
                .ToArray();
            if (tooLate.Length == 0)
                return null;
            foreach (var reference in tooLate)
                reference.Version = Oldest;
            using var copy = new MemoryStream();
            module.Write(copy, new WriterParameters { DeterministicMvid = true });
            return copy.ToArray();
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }
}
