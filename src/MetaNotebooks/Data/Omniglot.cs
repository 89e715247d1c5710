using System.IO.Compression;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Omniglot (Lake, Salakhutdinov, Tenenbaum 2015): characters of many alphabets, each written by 20 people, read
/// straight from its original zip files (<c>images_background.zip</c>, <c>images_evaluation.zip</c> and the two small
/// sets).
/// </summary>
public static class Omniglot
{
    private const int Original = 105;

    // Twice what the larger of the original sets holds.
    private const int MostEntries = 40_000;
    private const int LargestImage = 16_384;

    /// <summary>Side of the images, the papers'.</summary>
    public const int Side = 28;

    /// <summary>
    /// Reads every image of a zip file, 105 × 105 pixels made 28 × 28 by averaging over areas (other kits pick or
    /// interpolate points), in [0, 1] with ink = 1. Classes are named "alphabet/character".
    /// </summary>
    /// <param name="path">The zip file.</param>
    /// <exception cref="BadFileException">The zip file or an image in it is broken.</exception>
    public static LabelledSet Read(string path)
    {
        using var file = File.OpenRead(path);
        using var zip = Open(file, path);
        var images = zip
            .Entries.Where(entry => entry.FullName.EndsWith(".png", StringComparison.Ordinal))
            .OrderBy(entry => entry.FullName, StringComparer.Ordinal)
            .ToArray();
        if (images.Length == 0)
            throw new BadFileException(path, "archive", "it holds no .png file");
        var small = new AreaAverage(Original, Side);
        var original = new float[Original * Original];
        var pixels = new float[images.Length * Side * Side];
        for (var i = 0; i < images.Length; i++)
        {
            var white = Pixels(images[i], path);
            for (var p = 0; p < white.Length; p++)
                original[p] = white[p] ? 0 : 1;
            small.Resize(original, pixels.AsSpan(i * Side * Side, Side * Side));
        }
        var classes = images.GroupBy(entry => Class(entry.FullName, path)).ToArray();
        return new(
            tensor(pixels, [images.Length, Side, Side]),
            [.. classes.Select(group => group.Key)],
            [.. classes.Select(group => group.Count())]
        )
        {
            Source = path,
        };
    }

    private static ZipArchive Open(Stream file, string path)
    {
        try
        {
            var zip = new ZipArchive(file);
            // Read here, so that a broken table of contents is found here.
            if (zip.Entries.Count <= MostEntries)
                return zip;
            throw new BadFileException(
                path,
                "archive",
                $"{zip.Entries.Count} entries; expected at most {MostEntries}"
            );
        }
        catch (InvalidDataException error)
        {
            throw new BadFileException(path, "archive", $"not a whole zip file: {error.Message}");
        }
    }

    // "images_background/Greek/character01/0394_01.png" is of the class "Greek/character01".
    private static string Class(string name, string path) =>
        name.Split('/') is [_, var alphabet, var character, _]
            ? $"{alphabet}/{character}"
            : throw new BadFileException(path, name, "expected a name set/alphabet/character/image.png");

    private static bool[] Pixels(ZipArchiveEntry entry, string path)
    {
        BadFileException Bad(string problem) => new(path, entry.FullName, problem);
        var bytes = new byte[LargestImage];
        int count;
        try
        {
            using var stream = entry.Open();
            count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            throw Bad($"cannot be decompressed: {error.Message}");
        }
        if (count == bytes.Length)
            throw Bad($"{LargestImage} bytes or more; expected an image of a few hundred");
        return PngReader.Read(bytes.AsSpan(0, count), Original, Bad);
    }
}
