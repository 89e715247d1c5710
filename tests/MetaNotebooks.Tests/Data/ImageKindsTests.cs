using System.IO.Compression;
using SkiaSharp;

namespace MetaNotebooks.Tests;

/// <summary>Images of every kind that PNG has, whose pixels are known.</summary>
public sealed class ImageKindsTests : IDisposable
{
    private const int Side = 28;

    // Where each pass of an interlaced image begins, and its steps (PNG specification, section 8.2).
    private static readonly (int X, int Y, int Right, int Down)[] Passes =
    [
        (0, 0, 8, 8),
        (4, 0, 8, 8),
        (0, 4, 4, 8),
        (2, 0, 4, 4),
        (0, 2, 2, 4),
        (1, 0, 2, 2),
        (0, 1, 1, 2),
    ];

    private readonly DisposeScope scope = NewDisposeScope();
    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.zip");

    public void Dispose()
    {
        scope.Dispose();
        File.Delete(path);
    }

    private double[] Read(byte[] png)
    {
        using (var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create))
        using (var stream = zip.CreateEntry("set/a/b/1.png").Open())
            stream.Write(png);
        return Omniglot.Read(path).Features.Doubles();
    }

    // Of samples in 0 … 1: ITU-R 601's luma, over white.
    private static double Ink(double red, double green, double blue, double alpha = 1) =>
        1 - (alpha * (0.299 * red + 0.587 * green + 0.114 * blue) + (1 - alpha));

    public static TheoryData<int, int, bool> Kinds =>
        [
            .. from kind in new[]
            {
                (0, new[] { 1, 2, 4, 8, 16 }),
                (2, [8, 16]),
                (3, [1, 2, 4, 8]),
                (4, [8, 16]),
                (6, [8, 16]),
            }
            from bits in kind.Item2
            from interlaced in new[] { false, true }
            select (kind.Item1, bits, interlaced),
        ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryColourTypeAndDepthIsRead(int colour, int bits, bool interlaced)
    {
        var random = new Random(colour + bits);
        var most = (1 << bits) - 1;
        var count = colour switch
        {
            2 => 3,
            4 => 2,
            6 => 4,
            _ => 1,
        };
        int[] Some(int n) => [.. Enumerable.Range(0, n).Select(_ => random.Next(most + 1))];
        var pixels = Enumerable.Range(0, Side * Side).Select(_ => Some(count)).ToArray();
        var palette = new byte[3 * (most + 1)];
        var alphas = new byte[most + 1];
        if (colour == 3)
        {
            random.NextBytes(palette);
            random.NextBytes(alphas);
        }
        byte[] Row(int x, int y, int right) =>
            TestPng.Packed(
                [
                    .. Enumerable
                        .Range(0, Side)
                        .Where(i => i >= x && (i - x) % right == 0)
                        .SelectMany(i => pixels[Side * y + i]),
                ],
                bits
            );
        var rows = interlaced
            ? from pass in Passes
            from y in Enumerable.Range(0, Side)
            where y >= pass.Y && (y - pass.Y) % pass.Down == 0
            select Row(pass.X, y, pass.Right)
            : Enumerable.Range(0, Side).Select(y => Row(0, y, 1));
        var image = TestPng.Write(
            Side,
            Side,
            bits,
            colour,
            [.. rows],
            interlaced,
            colour == 3 ? [("PLTE", palette), ("tRNS", alphas)] : []
        );
        double Expected(int[] samples)
        {
            double[] s = [.. samples.Select(sample => (double)sample / most)];
            var entry = 3 * samples[0];
            return colour switch
            {
                0 => Ink(s[0], s[0], s[0]),
                2 => Ink(s[0], s[1], s[2]),
                3 => Ink(
                    palette[entry] / 255.0,
                    palette[entry + 1] / 255.0,
                    palette[entry + 2] / 255.0,
                    alphas[samples[0]] / 255.0
                ),
                4 => Ink(s[0], s[0], s[0], s[1]),
                _ => Ink(s[0], s[1], s[2], s[3]),
            };
        }
        var ink = Read(image);
        // Of 16 bits the lower eight are dropped, which is at most 1/256.
        var tolerance = bits == 16 ? 2.0 / 256 : 1e-6;
        for (var i = 0; i < pixels.Length; i++)
            Assert.Equal(Expected(pixels[i]), ink[i], tolerance);
    }

    [Theory]
    [InlineData(SKColorType.Gray8, SKAlphaType.Opaque)]
    [InlineData(SKColorType.Rgb565, SKAlphaType.Opaque)]
    [InlineData(SKColorType.Rgba8888, SKAlphaType.Opaque)]
    [InlineData(SKColorType.Rgba8888, SKAlphaType.Unpremul)]
    [InlineData(SKColorType.Bgra8888, SKAlphaType.Premul)]
    [InlineData(SKColorType.RgbaF16, SKAlphaType.Unpremul)]
    public void WhatSkiaWritesIsRead(SKColorType colours, SKAlphaType alphas)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(Side, Side, colours, alphas));
        var random = new Random(2);
        var expected = new double[Side * Side];
        for (var i = 0; i < expected.Length; i++)
        {
            // Full or none, which every one of these types can hold.
            int[] rgba = [.. Enumerable.Range(0, 4).Select(_ => random.Next(2))];
            if (colours == SKColorType.Gray8)
                rgba = [rgba[0], rgba[0], rgba[0], 1];
            if (alphas == SKAlphaType.Opaque)
                rgba[3] = 1;
            bitmap.SetPixel(
                i % Side,
                i / Side,
                new(
                    (byte)(255 * rgba[0]),
                    (byte)(255 * rgba[1]),
                    (byte)(255 * rgba[2]),
                    (byte)(255 * rgba[3])
                )
            );
            expected[i] = Ink(rgba[0], rgba[1], rgba[2], rgba[3]);
        }
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        var ink = Read(png.ToArray());
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], ink[i], 1e-6);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(14, 7)]
    [InlineData(28, 28)]
    [InlineData(56, 84)]
    [InlineData(40, 3)]
    [InlineData(4096, 2)]
    public void AnySizeIsAveragedOverTheAreasOfThePixels(int width, int height)
    {
        var random = new Random(3);
        var grey = Enumerable.Range(0, height).Select(_ => new byte[width]).ToArray();
        foreach (var row in grey)
            random.NextBytes(row);
        var ink = Read(TestPng.Write(width, height, 8, colour: 0, grey));
        // Points so fine that each lies within one old pixel.
        for (var y = 0; y < Side; y++)
        for (var x = 0; x < Side; x++)
        {
            var sum = 0.0;
            for (var v = 0; v < height; v++)
            for (var u = 0; u < width; u++)
                sum += grey[(y * height + v) / Side][(x * width + u) / Side];
            Assert.Equal(1 - sum / (255.0 * width * height), ink[Side * y + x], 1e-6);
        }
    }

    [Fact]
    public void OneSetCanHoldImagesOfSeveralSizes()
    {
        using (var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create))
            foreach (var (i, side) in new[] { 105, 28, 105 }.Index())
            {
                using var stream = zip.CreateEntry($"set/a/b/{i}.png").Open();
                // The left half is drawn.
                stream.Write(TestPng.Write(side, (x, _) => 2 * x + 1 < side));
            }
        var set = Omniglot.Read(path).Features;
        Assert.Equal([3, Side, Side], set.shape);
        Assert.Equal(1, set[.., .., ..13].min().ToDouble(), 1e-6);
        Assert.Equal(0, set[.., .., 15..].max().ToDouble(), 1e-6);
    }
}
