using System.Runtime.InteropServices;
using System.Text;
using MetaNotebooks.Mends;

namespace MetaNotebooks.Tests;

/// <summary>The mend of TorchSharp's native library, on the package's own file.</summary>
public class OlderLibstdcxxTests
{
    private const string Version = "GLIBCXX_3.4.32";
    private const string Wanted = "_ZSt21ios_base_library_initv";

    private static readonly byte[] Original = File.ReadAllBytes(TorchSharpPackage.Native);
    private static readonly byte[] Mended = OlderLibstdcxx.Mend(Original);

    [Fact]
    public void TheNeedIsWeakAndNoOtherIs()
    {
        var before = new ElfSections(Original).Needs().ToList();
        Assert.Equal(0, Assert.Single(before, need => need.Version == Version).Flags);
        Assert.Equal(
            before.Select(need => need.Version == Version ? need with { Flags = 2 } : need),
            new ElfSections(Mended).Needs()
        );
    }

    [Fact]
    public void TheSymbolIsOneThatEveryLibraryHas()
    {
        var before = new ElfSections(Original).Symbols().ToList();
        // Of no section: the loader must find it elsewhere.
        Assert.Equal(0, Assert.Single(before, symbol => symbol.Name == Wanted).Section);
        var renamed = new ElfSections.Symbol("_ZSt18uncaught_exceptionv", 1, 0);
        Assert.Equal(
            before.Select(symbol => symbol.Name == Wanted ? renamed : symbol),
            new ElfSections(Mended).Symbols()
        );
    }

    [Fact]
    public void NothingElseIsChanged()
    {
        Assert.Equal(Original.Length, Mended.Length);
        var changed = Enumerable.Range(0, Original.Length).Where(i => Original[i] != Mended[i]).ToList();
        var name = Original.AsSpan().IndexOf(Encoding.ASCII.GetBytes($"{Wanted}\0"));
        // The flag, and the symbol's version in one byte or two.
        Assert.InRange(changed.Count(i => i < name || i >= name + Wanted.Length), 2, 3);
    }

    [Fact]
    public void TheCopyLoads()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The file is Linux's.");
        // libtorch, which the copy needs, is loaded by then.
        ones(1).Dispose();
        using var folder = new TemporaryFolder();
        var path = folder["libLibTorchSharp.so"];
        File.WriteAllBytes(path, Mended);
        var library = NativeLibrary.Load(path);
        Assert.True(NativeLibrary.TryGetExport(library, "THSTensor_ones", out _));
    }

    [Fact]
    public void AMendedFileIsRefused() =>
        Assert.Contains(
            Wanted,
            Assert.Throws<InvalidDataException>(() => OlderLibstdcxx.Mend(Mended)).Message
        );

    [Theory]
    [InlineData("")]
    [InlineData("\u007fELF")]
    [InlineData(
        "# MetaNotebooks\n\nA research notebook kit, in a text that is longer than an ELF file's header."
    )]
    public void AnotherFileIsRefused(string text) => Refuses(Encoding.ASCII.GetBytes(text));

    [Fact]
    public void AFileCutShortIsRefusedWhereverItIsCut()
    {
        for (var length = 0; length < 4096; length++)
            Refuses(Original[..length]);
        for (var length = 4096; length < Original.Length; length += 40_009)
            Refuses(Original[..length]);
        Refuses(Original[..^1]);
    }

    [Fact]
    public void AFileWithOtherBytesIsMendedOrRefused()
    {
        var random = new Seed(6).Generator();
        var places = new[] { 64, 4096, Original.Length };
        for (var i = 0; i < 300; i++)
        {
            var other = (byte[])Original.Clone();
            for (var changes = 0; changes < 40; changes++)
                other[random.Next(6, places[i % 3])] = (byte)random.Next(256);
            if (Record.Exception(() => OlderLibstdcxx.Mend(other)) is { } error)
                Assert.IsType<InvalidDataException>(error);
        }
    }

    private static void Refuses(byte[] file)
    {
        var error = Assert.Throws<InvalidDataException>(() => OlderLibstdcxx.Mend(file));
        Assert.StartsWith("libLibTorchSharp.so: ", error.Message);
    }
}
