using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Outputs;

namespace MetaNotebooks.Notebooks.Jupyter.Protocol;

/// <summary>Messages as frames: identities, a delimiter, a signature, four JSON objects.</summary>
/// <param name="key">The key of the signatures; without one, nothing is signed or checked.</param>
internal sealed class WireFormat(string key)
{
    private const int Parts = 4;
    private static readonly byte[] Delimiter = Encoding.ASCII.GetBytes("<IDS|MSG>");
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);

    /// <summary>The message in the frames; null when they hold none, or its signature is wrong.</summary>
    public Message? Read(IReadOnlyList<byte[]> frames)
    {
        var start = Enumerable.Range(0, frames.Count).FirstOrDefault(i => IsDelimiter(frames[i]), -1);
        if (start < 0 || frames.Count < start + 2 + Parts)
            return null;
        var parts = frames.Skip(start + 2).Take(Parts).ToArray();
        if (_key.Length > 0 && !CryptographicOperations.FixedTimeEquals(frames[start + 1], Signature(parts)))
            return null;
        try
        {
            var json = parts
                .Select(part => Json.Parse(Encoding.UTF8.GetString(part)) as JsonObject)
                .ToArray();
            return json is [{ } header, { } parent, { }, { } content] && IsHeader(header)
                ? new Message([.. frames.Take(start)], header, parent, content)
                : null;
        }
        catch (Exception bad) when (bad is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The frames of a message, signed.</summary>
    public IReadOnlyList<byte[]> Write(Message message)
    {
        byte[][] parts =
        [
            Bytes(message.Header),
            Bytes(message.Parent),
            "{}"u8.ToArray(),
            Bytes(message.Content),
        ];
        return [.. message.Identities, Delimiter, _key.Length > 0 ? Signature(parts) : [], .. parts];
    }

    private static bool IsHeader(JsonObject header) =>
        header["msg_type"] is JsonValue type
        && type.GetValueKind() == JsonValueKind.String
        && header["msg_id"] is JsonValue id
        && id.GetValueKind() == JsonValueKind.String;

    private static byte[] Bytes(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString(Plain));

    private static bool IsDelimiter(byte[] frame) => frame.AsSpan().SequenceEqual(Delimiter);

    private byte[] Signature(byte[][] parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        foreach (var part in parts)
            hash.AppendData(part);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
