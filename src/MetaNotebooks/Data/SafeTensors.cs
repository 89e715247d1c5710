using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Named tensors in a file of the safetensors format, which Python reads: eight bytes with the header's length, a JSON
/// header, the numbers. Nothing in it can run.
/// </summary>
public static class SafeTensors
{
    private const int LongestHeader = 10_000_000;
    private const int MostDimensions = 16;

    /// <summary>
    /// Writes a file whole or not at all: into a temporary file beside it, flushed to the disk, then renamed.
    /// </summary>
    /// <param name="path">The file; one of that name is replaced.</param>
    /// <param name="tensors">Float32, Float64 or Int64 tensors by name.</param>
    /// <param name="metadata">Texts to store with them.</param>
    public static void Save(
        string path,
        IReadOnlyDictionary<string, Tensor> tensors,
        IReadOnlyDictionary<string, string>? metadata = null
    )
    {
        var header = new SortedDictionary<string, object>(StringComparer.Ordinal);
        var parts = new List<byte[]>();
        var position = 0L;
        foreach (var (name, tensor) in tensors.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var bytes = Bytes(name, tensor);
            header[name] = new
            {
                dtype = Name(tensor.dtype),
                shape = tensor.shape,
                data_offsets = new[] { position, position + bytes.Length },
            };
            parts.Add(bytes);
            position += bytes.Length;
        }
        if (metadata is not null)
            header["__metadata__"] = metadata;

        var json = JsonSerializer.SerializeToUtf8Bytes(header);
        // What a killed process left under this name is written over. Where it cannot be opened it is not ours to delete:
        // another process may be writing.
        var temporary = path + ".new";
        var stream = File.Create(temporary);
        try
        {
            using (stream)
                Write(stream, json, parts);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static void Write(FileStream stream, byte[] json, List<byte[]> parts)
    {
        // The numbers start at a multiple of eight bytes; the format pads the header with spaces.
        var padding = (8 - json.Length % 8) % 8;
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, json.Length + padding);
        stream.Write(length);
        stream.Write(json);
        stream.Write("        "u8[..padding]);
        parts.ForEach(part => stream.Write(part));
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="BadFileException">It is not a whole safetensors file of these types.</exception>
    public static (
        IReadOnlyDictionary<string, Tensor> Tensors,
        IReadOnlyDictionary<string, string> Metadata
    ) Load(string path)
    {
        var file = File.ReadAllBytes(path);
        BadFileException Bad(string place, string problem) => new(path, place, problem);
        var length = file.Length < 8 ? -1 : BinaryPrimitives.ReadInt64LittleEndian(file);
        if (length < 2 || length > LongestHeader || length > file.Length - 8)
            throw Bad("header", $"its length is given as {length} in a file of {file.Length} bytes");
        var data = file.AsMemory(8 + (int)length);
        var tensors = new Dictionary<string, Tensor>();
        var taken = 0L;
        var metadata = new Dictionary<string, string>();
        try
        {
            using var header = JsonDocument.Parse(file.AsMemory(8, (int)length));
            foreach (var entry in header.RootElement.EnumerateObject())
                if (entry.Name == "__metadata__")
                    foreach (var text in entry.Value.EnumerateObject())
                        metadata[text.Name] =
                            text.Value.GetString()
                            ?? throw Bad("metadata", $"'{text.Name}' is null; expected a text");
                else
                {
                    var (stated, place) = (Stated(entry.Value), $"tensor '{entry.Name}'");
                    Check(stated, data.Length, problem => Bad(place, problem));
                    // Else a small file could make many large tensors of the same bytes.
                    taken += stated.End - stated.Start;
                    if (taken > data.Length)
                        throw Bad(place, $"with those before it takes {taken} bytes of {data.Length}");
                    tensors[entry.Name] = Made(stated, data);
                }
        }
        catch (Exception error)
            when (error
                    is JsonException
                        or InvalidOperationException
                        or KeyNotFoundException
                        or FormatException
            )
        {
            throw Bad("header", error.Message);
        }
        return (tensors, metadata);
    }

    private sealed record Header(string? DType, long[] Shape, long Start, long End);

    private static Header Stated(JsonElement entry)
    {
        long[] Numbers(string name) =>
            [.. entry.GetProperty(name).EnumerateArray().Select(number => number.GetInt64())];
        return Numbers("data_offsets") is [var start, var end]
            ? new(entry.GetProperty("dtype").GetString(), Numbers("shape"), start, end)
            : throw new FormatException("data_offsets has not two numbers");
    }

    private static void Check(Header stated, long length, Func<string, BadFileException> bad)
    {
        var width = stated.DType switch
        {
            "F32" => 4,
            "F64" or "I64" => 8,
            _ => throw bad($"dtype is '{stated.DType}'; expected F32, F64 or I64"),
        };
        var (shape, start, end) = (stated.Shape, stated.Start, stated.End);
        if (shape.Length > MostDimensions)
            throw bad($"it has {shape.Length} dimensions; expected at most {MostDimensions}");
        // In double, so that sizes that lie cannot overflow; also those beside a size of 0.
        var size = shape.Aggregate((double)width, (n, d) => n * d);
        var strides = shape.Aggregate(1.0, (n, d) => n * Math.Max(1, d));
        if (
            shape.Any(d => d < 0)
            || strides > int.MaxValue
            || start < 0
            || end < start
            || end > length
            || end - start != size
        )
            throw bad(
                $"shape [{string.Join(", ", shape)}] takes {size} bytes; its place is [{start}, {end}] of {length}"
            );
    }

    private static Tensor Made(Header stated, ReadOnlyMemory<byte> data)
    {
        var bytes = data[(int)stated.Start..(int)stated.End].Span;
        return stated.DType switch
        {
            "F32" => tensor(MemoryMarshal.Cast<byte, float>(bytes).ToArray(), stated.Shape),
            "F64" => tensor(MemoryMarshal.Cast<byte, double>(bytes).ToArray(), stated.Shape),
            _ => tensor(MemoryMarshal.Cast<byte, long>(bytes).ToArray(), stated.Shape),
        };
    }

    /// <summary>A tensor's numbers as they are in a file, row after row, little-endian.</summary>
    internal static byte[] Bytes(string name, Tensor tensor)
    {
        using var plain = tensor.detach().cpu().contiguous();
        if (plain.numel() == 0)
            return [];
        return plain.dtype switch
        {
            ScalarType.Float32 => MemoryMarshal.AsBytes(Held.Numbers<float>(plain).AsSpan()).ToArray(),
            ScalarType.Float64 => MemoryMarshal.AsBytes(Held.Numbers<double>(plain).AsSpan()).ToArray(),
            ScalarType.Int64 => MemoryMarshal.AsBytes(Held.Numbers<long>(plain).AsSpan()).ToArray(),
            var other => throw new ArgumentException(
                $"tensor '{name}' is {other}; expected Float32, Float64 or Int64.",
                nameof(tensor)
            ),
        };
    }

    private static string Name(ScalarType dtype) =>
        dtype switch
        {
            ScalarType.Float32 => "F32",
            ScalarType.Float64 => "F64",
            _ => "I64",
        };
}
