using System.Buffers.Binary;
using System.Text.Json;

namespace MetaNotebooks;

/// <summary>What a safetensors file says of itself at its beginning, checked.</summary>
/// <param name="Tensors">
/// Its tensors in the order of their numbers, which follow each other without holes.
/// </param>
/// <param name="Metadata">The texts stored with them.</param>
internal sealed record SafeTensorsHeader(
    IReadOnlyList<StoredTensor> Tensors,
    IReadOnlyDictionary<string, string> Metadata
)
{
    private const int LongestHeader = 10_000_000;
    private const int Before = 8;

    // The format's rule: a name given twice would hide a tensor.
    private static readonly JsonDocumentOptions Once = new() { AllowDuplicateProperties = false };

    /// <summary>Reads it, up to where the numbers begin.</summary>
    /// <param name="file">The file, at its beginning.</param>
    /// <param name="bad">Makes the error of a place and a problem.</param>
    public static SafeTensorsHeader Read(Stream file, Func<string, string, BadFileException> bad)
    {
        var start = new byte[Before];
        var length =
            file.ReadAtLeast(start, Before, throwOnEndOfStream: false) < Before
                ? -1
                : BinaryPrimitives.ReadInt64LittleEndian(start);
        if (length < 2 || length > LongestHeader || length > file.Length - Before)
            throw bad(
                "header",
                $"its length is given as {length} in a file of {file.Length} bytes; expected 2 to "
                    + $"{LongestHeader}"
            );
        var json = new byte[length];
        file.ReadExactly(json);
        if (json[0] != '{')
            throw bad("header", "it does not begin with {; expected a JSON object");
        var data = file.Length - Before - length;
        try
        {
            using var header = JsonDocument.Parse(json, Once);
            var metadata = new Dictionary<string, string>();
            var tensors = new List<StoredTensor>();
            foreach (var entry in header.RootElement.EnumerateObject())
                if (entry.Name != "__metadata__")
                    tensors.Add(StoredTensor.Of(entry, data, bad));
                else
                    foreach (var text in entry.Value.EnumerateObject())
                        metadata[text.Name] =
                            text.Value.GetString()
                            ?? throw bad("metadata", $"'{text.Name}' is null; expected a text");
            // Tensors without a number stand between others.
            tensors = [.. tensors.OrderBy(tensor => tensor.Start).ThenBy(tensor => tensor.End)];
            CheckPlaces(tensors, data, bad);
            return new(tensors, metadata);
        }
        catch (Exception error)
            when (error
                    is JsonException
                        or InvalidOperationException
                        or KeyNotFoundException
                        or FormatException
            )
        {
            throw bad("header", error.Message);
        }
    }

    // Every byte belongs to one tensor: what belongs to none, or to two, is a mistake or meant to deceive.
    private static void CheckPlaces(
        IReadOnlyList<StoredTensor> tensors,
        long length,
        Func<string, string, BadFileException> bad
    )
    {
        var end = 0L;
        foreach (var tensor in tensors)
        {
            if (tensor.Start != end)
                throw bad(
                    tensor.Place,
                    $"its numbers begin at byte {tensor.Start}; expected {end}, where those before them end"
                );
            end = tensor.End;
        }
        if (end != length)
            throw bad("data", $"{length} bytes follow the header; expected {end}, as its tensors have");
    }
}
