using System.Buffers.Binary;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Named tensors in a file of the safetensors format, which Python reads: eight bytes with the header's length, a JSON
/// header, the numbers. Nothing in it can run. Types are F64, F32, F16, BF16, I64, I32, I16, I8, U8 and BOOL.
/// </summary>
public static class SafeTensors
{
    private const string Metadata = "__metadata__";

    /// <summary>
    /// Writes a file whole or not at all: into a temporary file beside it, flushed to the disk, then renamed.
    /// </summary>
    /// <param name="path">The file; one of that name is replaced.</param>
    /// <param name="tensors">Tensors by name, of types that the format and libtorch have in common.</param>
    /// <param name="metadata">Texts to store with them.</param>
    /// <exception cref="ArgumentException">
    /// A tensor is of another type, or has the name of the texts.
    /// </exception>
    public static void Save(
        string path,
        IReadOnlyDictionary<string, Tensor> tensors,
        IReadOnlyDictionary<string, string>? metadata = null
    )
    {
        var header = new SortedDictionary<string, object>(StringComparer.Ordinal);
        var position = 0L;
        var ordered = tensors.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToArray();
        foreach (var (name, tensor) in ordered)
        {
            if (name == Metadata)
                throw new ArgumentException(
                    $"a tensor is named '{name}'; expected another name, as texts stand under this one.",
                    nameof(tensors)
                );
            var type = StoredType.Of(name, tensor);
            var end = position + type.Width * tensor.numel();
            header[name] = new
            {
                dtype = type.Name,
                tensor.shape,
                data_offsets = new[] { position, end },
            };
            position = end;
        }
        if (metadata is not null)
            header[Metadata] = metadata;

        var json = JsonSerializer.SerializeToUtf8Bytes(header);
        // What a killed process left under this name is written over. Where it cannot be opened it is not ours to delete:
        // another process may be writing.
        var temporary = path + ".new";
        var stream = File.Create(temporary);
        try
        {
            using (stream)
                Write(stream, json, ordered.Select(pair => pair.Value));
            Replacement.Put(temporary, path);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static void Write(FileStream stream, byte[] json, IEnumerable<Tensor> tensors)
    {
        // The numbers start at a multiple of eight bytes; the format pads the header with spaces.
        var padding = (8 - json.Length % 8) % 8;
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, json.Length + padding);
        stream.Write(length);
        stream.Write(json);
        stream.Write("        "u8[..padding]);
        foreach (var tensor in tensors)
            TensorBytes.Give(tensor, stream, static (bytes, to) => to.Write(bytes));
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="BadFileException">
    /// It is not a whole safetensors file of these types: its numbers have holes, overlap or are more than
    /// its tensors have, a name is given twice, the header is longer than 10 MB or says what is not so.
    /// </exception>
    public static (
        IReadOnlyDictionary<string, Tensor> Tensors,
        IReadOnlyDictionary<string, string> Metadata
    ) Load(string path)
    {
        using var file = InputFile.Open(path);
        BadFileException Bad(string place, string problem) => new(path, place, problem);
        var header = SafeTensorsHeader.Read(file, Bad);
        using var scope = NewDisposeScope();
        var tensors = new Dictionary<string, Tensor>();
        foreach (var stored in header.Tensors)
        {
            var tensor = tensors[stored.Name] = empty(stored.Shape, stored.Type.Type);
            TensorBytes.Fill(tensor, file);
            if (tensor.dtype == ScalarType.Bool)
                TensorBytes.Give(
                    tensor,
                    stored.Place,
                    (bytes, place) =>
                    {
                        // libtorch takes any other byte for neither true nor false.
                        var at = bytes.IndexOfAnyExceptInRange((byte)0, (byte)1);
                        if (at >= 0)
                            throw Bad(place, $"byte {bytes[at]} in a BOOL; expected 0 or 1");
                    }
                );
        }
        scope.MoveToOuter([.. tensors.Values]);
        return (tensors, header.Metadata);
    }
}
