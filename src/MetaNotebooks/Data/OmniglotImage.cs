using System.IO.Compression;

namespace MetaNotebooks;

/// <summary>An image in Omniglot's zip files.</summary>
/// <param name="Class">"alphabet/character", after the last two folders.</param>
/// <param name="Path">Its name with all folders.</param>
/// <param name="Entry">Where it is.</param>
internal sealed record OmniglotImage(string Class, string Path, ZipArchiveEntry Entry)
{
    /// <summary>Every image, by class, then by name.</summary>
    /// <param name="zip">The archive.</param>
    /// <param name="file">Its file, for errors.</param>
    public static IReadOnlyList<OmniglotImage> All(ZipArchive zip, string file)
    {
        OmniglotImage[] images =
        [
            .. zip
                .Entries.Select(entry => Of(entry, file))
                .OfType<OmniglotImage>()
                .OrderBy(image => image.Class, StringComparer.Ordinal)
                .ThenBy(image => image.Path, StringComparer.Ordinal),
        ];
        // Else it would count twice, and an episode could ask for what it has shown.
        foreach (var (one, next) in images.Zip(images.Skip(1)))
            if (one.Path == next.Path)
                throw new BadFileException(
                    file,
                    next.Entry.FullName,
                    "it is there twice; expected each image once"
                );
        return images;
    }

    // Null for what is no image.
    private static OmniglotImage? Of(ZipArchiveEntry entry, string file)
    {
        var name = entry.FullName;
        // Some programs write the backslashes of their system.
        string[] parts =
        [
            .. name.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries).Where(part => part != "."),
        ];
        if (name[^1] is '/' or '\\' || !name.EndsWith(".png", StringComparison.OrdinalIgnoreCase))
            return null;
        // What macOS notes of files, under the files' own names.
        if (parts.Any(part => part == "__MACOSX" || part.StartsWith("._", StringComparison.Ordinal)))
            return null;
        if (parts is not [.., var alphabet, var character, _])
            throw new BadFileException(file, name, "expected a name set/alphabet/character/image.png");
        // Names that could not be read would differ no more, and their classes be one.
        if (name.Contains('\uFFFD'))
            throw new BadFileException(file, name, "its name is not UTF-8; expected one that is");
        return new($"{alphabet}/{character}", string.Join('/', parts), entry);
    }
}
