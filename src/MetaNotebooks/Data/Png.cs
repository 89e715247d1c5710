using SkiaSharp;

namespace MetaNotebooks;

/// <summary>Reads PNG images of every kind, by Skia's decoder.</summary>
internal static class Png
{
    /// <summary>
    /// The ink of each pixel, row by row: 0 where it is white, 1 where it is black. Colours are made grey by
    /// ITU-R 601's luma; what is transparent lies on white; of 16 bits the upper 8 are taken.
    /// </summary>
    /// <param name="file">The file's bytes, which begin with <paramref name="header"/>.</param>
    /// <param name="header">Its header.</param>
    /// <param name="bad">Makes the error of a problem.</param>
    public static float[] Ink(ReadOnlySpan<byte> file, PngHeader header, Func<string, Exception> bad)
    {
        PngChunks.Check(file, bad);
        // Skia knows many formats; that it is a PNG file is known by now.
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        // Without a colour space: the samples as they are stored.
        var info = new SKImageInfo(header.Width, header.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        byte[] pixels = [];
        var result = codec?.GetPixels(info, out pixels) ?? SKCodecResult.InvalidInput;
        if (result != SKCodecResult.Success)
            throw bad(
                $"it cannot be decoded ({result}); its header says {header.Width} × {header.Height} pixels, "
                    + $"{header.Bits} bits, colour type {header.Colour}"
            );
        var ink = new float[header.Width * header.Height];
        for (var i = 0; i < ink.Length; i++)
            ink[i] = Ink(pixels.AsSpan(4 * i, 4));
        return ink;
    }

    // From green on, so that a grey pixel's luma is exactly its grey.
    private static float Ink(ReadOnlySpan<byte> rgba)
    {
        double green = rgba[1];
        var luma = green + 0.299 * (rgba[0] - green) + 0.114 * (rgba[2] - green);
        return (float)((255 - luma) * rgba[3] / (255 * 255));
    }
}
