using System.IO.Compression;

namespace MetaNotebooks.Tests;

public sealed class OmniglotTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();
    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.zip");

    public void Dispose()
    {
        scope.Dispose();
        File.Delete(path);
    }

    // Noise, so that every case of every filter is met.
    private static readonly bool[] Noise =
    [
        .. Enumerable.Repeat(new Random(1), 200 * 200).Select(random => random.Next(2) == 1),
    ];

    private static bool Drawn(int x, int y) => Noise[200 * y + x];

    private void Zip(params (string Name, byte[] Content)[] files)
    {
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach (var (name, content) in files)
        {
            using var stream = zip.CreateEntry(name).Open();
            stream.Write(content);
        }
    }

    private void Zip(byte[] png) => Zip(("set/Greek/character01/0001_01.png", png));

    private string Refused() => Assert.Throws<BadFileException>(() => Omniglot.Read(path)).Message;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void EveryFilterOfPngIsUndone(int filter)
    {
        Zip(TestPng.Write(105, Drawn, filter));
        var image = Omniglot.Read(path).Features.Doubles();
        // Each new pixel averages 3.75 × 3.75 old ones: here by sampling every quarter of an old pixel.
        for (var y = 0; y < 28; y++)
        for (var x = 0; x < 28; x++)
        {
            var ink = Enumerable
                .Range(0, 15 * 15)
                .Count(i => Drawn((15 * x + i % 15) / 4, (15 * y + i / 15) / 4));
            Assert.Equal(ink / 225.0, image[28 * y + x], 1e-6);
        }
    }

    [Fact]
    public void ClassesAreAlphabetAndCharacter()
    {
        var png = TestPng.Write(105, Drawn);
        Zip(
            ("set/Latin/character02/9_01.png", png),
            ("set/Greek/character01/2_01.png", png),
            ("set/Latin/character02/9_02.png", png),
            ("set/Latin/character02/", []),
            ("set/readme.txt", [1])
        );
        var set = Omniglot.Read(path);
        Assert.Equal(["Greek/character01", "Latin/character02"], set.Classes);
        Assert.Equal([1, 2], set.Counts);
    }

    // Solid images, so that a row's own number says which image it is.
    private static byte[] Solid(int ink) =>
        TestPng.Write(
            1,
            1,
            8,
            colour: 0,
            [
                [(byte)(255 - ink)],
            ]
        );

    private (string Class, int[] Inks)[] Read()
    {
        var set = Omniglot.Read(path);
        var inks = set.Features.mean([1, 2]).Doubles().Select(ink => (int)Math.Round(255 * ink)).ToArray();
        return
        [
            .. set.Classes.Select(
                (name, c) => (name, inks[(int)set.Start(c)..((int)set.Start(c) + set.Counts[c])])
            ),
        ];
    }

    [Fact]
    public void ImagesOfAClassThatLieApartStayInIt()
    {
        Zip(
            ("b/Greek/character01/1.png", Solid(10)),
            ("b/Latin/character01/1.png", Solid(20)),
            ("a/Latin/character01/2.png", Solid(21)),
            ("a/Greek/character02/1.png", Solid(30)),
            ("c/deep/Greek/character01/0.png", Solid(11)),
            ("Greek/character01/3.png", Solid(12))
        );
        Assert.Equal(
            [
                ("Greek/character01", "12, 10, 11"),
                ("Greek/character02", "30"),
                ("Latin/character01", "21, 20"),
            ],
            Read().Select(one => (one.Class, string.Join(", ", one.Inks)))
        );
    }

    [Fact]
    public void EveryProgramsNamesAreRead()
    {
        Zip(
            ("set\\Greek\\character01\\1.png", Solid(1)),
            ("set/Greek/character01/2.PNG", Solid(2)),
            ("./set/Greek/character01/3.Png", Solid(3)),
            ("outer/set//Greek/character01/4.png", Solid(4)),
            ("__MACOSX/set/Greek/character01/._1.png", [1, 2, 3]),
            ("__MACOSX/set/Greek/character01/5.png", Solid(99)),
            ("set/Greek/character01/._2.PNG", [1, 2, 3]),
            ("set/Greek/character01/folder.png/", [])
        );
        var (name, inks) = Assert.Single(Read());
        Assert.Equal("Greek/character01", name);
        Assert.Equal([1, 2, 3, 4], inks.Order());
    }

    [Theory]
    [InlineData("set/Greek/character01/1.png")]
    [InlineData("set\\Greek\\character01\\1.png")]
    [InlineData("./set/Greek//character01/1.png")]
    public void AnImageThatIsThereTwiceIsRefused(string again)
    {
        Zip(
            ("set/Greek/character01/1.png", Solid(1)),
            ("set/Greek/character02/1.png", Solid(2)),
            (again, Solid(3))
        );
        Assert.Contains("it is there twice; expected each image once", Refused());
    }

    [Fact]
    public void NamesThatCannotBeReadAreRefused()
    {
        // "Café" and "Cafè" in Latin-1: with a substitute for their last letter they would be one class.
        Zip(("set/Caf1/character01/1.png", Solid(1)), ("set/Caf2/character01/1.png", Solid(2)));
        var file = File.ReadAllBytes(path);
        for (var i = 0; i < file.Length - 4; i++)
            if (file.AsSpan(i, 3).SequenceEqual("Caf"u8))
                file[i + 3] += 0xE8 - (byte)'1';
        File.WriteAllBytes(path, file);
        Assert.Contains("its name is not UTF-8", Refused());
    }

    [Fact]
    public void ABrokenZipIsNamed()
    {
        Zip(TestPng.Write(105, Drawn));
        var whole = File.ReadAllBytes(path);
        File.WriteAllBytes(path, whole[..(whole.Length / 2)]);
        Assert.StartsWith($"{path}, archive: not a whole zip file", Refused());
        File.WriteAllBytes(path, []);
        Assert.StartsWith($"{path}, archive: not a whole zip file", Refused());
        Zip(("set/readme.txt", [1]));
        Assert.Equal($"{path}, archive: it holds no .png file", Refused());
        Zip(("character01/1.png", TestPng.Write(105, Drawn)));
        Assert.Contains("character01/1.png: expected a name set/alphabet/character/image.png", Refused());
    }

    [Fact]
    public void ABombIsRefusedBeforeItIsUnpacked()
    {
        var png = TestPng.Write(105, Drawn);
        // Forty million bytes in some forty thousand, and more names than any of the original sets has.
        Zip(("set/a/b/1.png", [.. png, .. new byte[40_000_000]]));
        Assert.InRange(new FileInfo(path).Length, 1, 100_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("more than 67135 bytes; an image of 105 × 105 pixels", Refused());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        Zip([.. Enumerable.Range(0, 40_001).Select(i => ($"set/a/b/{i}.png", Array.Empty<byte>()))]);
        Assert.Contains("40001 entries; expected at most 40000", Refused());
    }

    [Fact]
    public void NamesThatLeaveTheArchiveAreNames()
    {
        Zip(("../../../escaped.png", TestPng.Write(105, Drawn)));
        Assert.Equal(["../.."], Omniglot.Read(path).Classes);
        Assert.False(File.Exists(Path.GetFullPath("../../../escaped.png", Path.GetDirectoryName(path)!)));
    }

    [Fact]
    public void ABrokenImageIsNamed()
    {
        void Holds(byte[] png, string problem)
        {
            Zip(png);
            Assert.StartsWith($"{path}, set/Greek/character01/0001_01.png: ", Refused());
            Assert.Contains(problem, Refused());
        }
        var good = TestPng.Write(105, Drawn);
        Holds([1, 2, 3], "not a PNG file");
        Holds(good[..60], "ends within a chunk");
        Holds([.. good[..50], (byte)(good[50] ^ 1), .. good[51..]], "checksum");
        Holds(
            [.. good[..100], (byte)(good[100] ^ 1), .. good[101..]],
            "chunk IDAT does not have the checksum"
        );
        Holds(good[..^12], "ends within a chunk");
        Holds(good[..20], "first chunk is not a header");
        Holds([.. good[..8], .. good[33..]], "first chunk is not a header");
        Holds(TestPng.Write(105, Drawn, stated: 1_000_000_000), "1000000000 × 1000000000 pixels");
        // The header says more pixels than there are, fewer, and larger ones.
        Holds(
            TestPng.Write(64, Drawn, stated: 105),
            "cannot be decoded (ErrorInInput); its header says 105 × 105"
        );
        Holds(TestPng.Write(200, Drawn, stated: 105), "cannot be decoded (ErrorInInput)");
        Holds(TestPng.Write(105, Drawn, bits: 8), "105 × 105 pixels, 8 bits, colour type 0");
        Holds(TestPng.Write(105, Drawn, bits: 3), "its header says 3 bits, colour type 0, which no PNG has");
        Holds(TestPng.Write(105, Drawn, filter: 9), "cannot be decoded (ErrorInInput)");
        Holds(
            TestPng.Write(105, Drawn, data: [0x78, 0x9C, 0xFF, 0xFF]),
            "cannot be decoded (IncompleteInput)"
        );
        Holds(
            TestPng.Write(
                3,
                1,
                2,
                colour: 3,
                [
                    [0x18],
                ]
            ),
            "cannot be decoded"
        );
        Holds([.. good, .. new byte[70_000]], "more than 67135 bytes");
        // What else a picture can be, under this name.
        Holds([0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, .. new byte[40]], "not a PNG file");
    }

    [Theory]
    [InlineData(1_000_000, 1_000_000)]
    [InlineData(4097, 1)]
    [InlineData(1, 4097)]
    [InlineData(0, 28)]
    [InlineData(28, -1)]
    public void AnAbsurdSizeIsRefusedBeforeMemoryIsTaken(int width, int height)
    {
        Zip(TestPng.Write(width, height, 16, colour: 6, [new byte[1_000_000]]));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(
            $"{path}, set/Greek/character01/0001_01.png: its header says {(uint)width} × {(uint)height} "
                + "pixels; expected at least 1 × 1 and at most 4096 × 4096",
            Refused()
        );
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void TheSmallSetIsFiveAlphabetsInTwentyHands()
    {
        var file = DataFiles.Path("../shared/data/omniglot/images_background_small1.zip");
        Assert.SkipUnless(File.Exists(file), "Omniglot's small set 1 is not here.");
        var set = Omniglot.Read(file);
        Assert.Equal([2720, 28, 28], set.Features.shape);
        Assert.All(set.Counts, count => Assert.Equal(20, count));
        // Lake's "small" sets: 24 + 22 + 24 + 40 + 26 characters.
        Assert.Equal(
            [("Balinese", 24), ("Early_Aramaic", 22), ("Greek", 24), ("Korean", 40), ("Latin", 26)],
            set.Classes.GroupBy(name => name.Split('/')[0]).Select(group => (group.Key, group.Count()))
        );
        // Writing covers a few percent of a page; a picture with ink and paper swapped would be nearly full.
        Assert.InRange(set.Features.mean().ToDouble(), 0.02, 0.12);
    }
}
