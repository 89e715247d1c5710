using System.Text.Json;
using System.Text.Json.Nodes;

namespace MetaNotebooks.Notebooks.Outputs;

/// <summary>Reads JSON that another program or a cell has written.</summary>
internal static class Json
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The node of a text; halves of surrogate pairs in it become U+FFFD.</summary>
    /// <exception cref="JsonException">It is no JSON, or an object in it has a member twice.</exception>
    public static JsonNode? Parse(string text) =>
        JsonNode.Parse(WellFormed.Json(text), documentOptions: Strict);

    /// <summary>The node of an output of a type of JSON, or its text where it is none.</summary>
    public static JsonNode? ParseOrKeep(string text)
    {
        try
        {
            return Parse(text);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
