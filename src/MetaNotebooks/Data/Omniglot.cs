using System.IO.Compression;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Omniglot (Lake, Salakhutdinov, Tenenbaum 2015): characters of many alphabets, each written by 20 people,
/// read straight from its original zip files (<c>images_background.zip</c>, <c>images_evaluation.zip</c> and
/// the two small sets).
/// </summary>
public static class Omniglot
{
    // Twice what the larger of the original sets holds.
    private const int MostEntries = 40_000;

    /// <summary>Side of the images, the papers'.</summary>
    public const int Side = 28;

    /// <summary>
    /// Reads every image of a zip file: the original 105 × 105 pixels of black and white, or PNG files of any
    /// other kind with dark ink on light paper, to 4096 × 4096. They are made grey and 28 × 28 by averaging
    /// over areas (other kits pick or interpolate points), in [0, 1] with ink = 1. Classes are named
    /// "alphabet/character" by an image's last two folders, and sorted; folders of one name, wherever they
    /// lie, are one class. What macOS packs beside the files (<c>__MACOSX</c>, <c>._…</c>) is passed over.
    /// </summary>
    /// <param name="path">The zip file.</param>
    /// <exception cref="BadFileException">
    /// The zip file or an image in it is broken, an image is there twice, or its name is not one of an
    /// alphabet's character.
    /// </exception>
    public static LabelledSet Read(string path)
    {
        using var file = InputFile.Open(path);
        using var zip = Open(file, path);
        var images = OmniglotImage.All(zip, path);
        if (images.Count == 0)
            throw new BadFileException(path, "archive", "it holds no .png file");
        var pixels = new float[images.Count * Side * Side];
        // Nearly always all of one size.
        AreaAverage? average = null;
        for (var i = 0; i < images.Count; i++)
        {
            var entry = images[i].Entry;
            BadFileException Bad(string problem) => new(path, entry.FullName, problem);
            var (header, bytes) = Contents(entry, Bad);
            if (average?.Fits(header.Width, header.Height) != true)
                average = new(header.Width, header.Height, Side);
            average.Resize(Png.Ink(bytes, header, Bad), pixels.AsSpan(i * Side * Side, Side * Side));
        }
        // Sorted by class, so that the rows of each stand together.
        var classes = images.GroupBy(image => image.Class).ToArray();
        return new(
            tensor(pixels, [images.Count, Side, Side]),
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

    // No more is unpacked than an image can be of the size that its header says.
    private static (PngHeader Header, byte[] Bytes) Contents(
        ZipArchiveEntry entry,
        Func<string, BadFileException> bad
    )
    {
        if (entry.IsEncrypted)
            throw bad("it is encrypted; expected an image that needs no password");
        try
        {
            using var stream = entry.Open();
            var part = new byte[4096];
            var count = stream.ReadAtLeast(part, PngHeader.Length, throwOnEndOfStream: false);
            var header = PngHeader.Read(part.AsSpan(0, count), bad);
            var bytes = new MemoryStream();
            for (; count > 0; count = stream.Read(part))
            {
                bytes.Write(part, 0, count);
                if (bytes.Length > header.MostBytes)
                    throw bad(
                        $"more than {header.MostBytes} bytes; an image of {header.Width} × {header.Height} "
                            + "pixels, as its header says, has fewer"
                    );
            }
            return (header, bytes.ToArray());
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            throw bad($"cannot be decompressed: {error.Message}");
        }
    }
}
