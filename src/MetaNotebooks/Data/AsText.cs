using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MetaNotebooks;

/// <summary>
/// Writes a value as its text where a program lists a notebook's values as JSON: a tensor, a loss or a picture has no
/// parts that JSON knows, and one value that cannot be written would end the list.
/// </summary>
/// <remarks>The kit's copy of TorchSharp writes its tensors so too (src/MetaNotebooks.Mends/TensorsAsText.cs).</remarks>
internal sealed class AsText : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => true;

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

    private sealed class Of<T> : JsonConverter<T>
    {
        public override T Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) =>
            throw new NotSupportedException(
                $"{typeToConvert.Name} is written as JSON only to be looked at, and not read."
            );

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Text(value));

        // A tensor that was disposed has no text any more.
        private static string Text(T value)
        {
            try
            {
                return value?.ToString() ?? "";
            }
            catch (Exception gone) when (gone is InvalidOperationException or ExternalException)
            {
                return $"{typeof(T).Name}, disposed";
            }
        }
    }
}
