using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Outputs;

namespace MetaNotebooks.Notebooks.Sweeps;

/// <summary>The small JSON files of a sweep, each written whole or not at all.</summary>
internal static class SweepFiles
{
    /// <summary>How its members are named.</summary>
    public static JsonSerializerOptions Names { get; } =
        new(JsonSerializerDefaults.Web)
        {
            Converters = { new JsonStringEnumConverter<JobStage>(JsonNamingPolicy.CamelCase) },
        };

    /// <summary>Reads one.</summary>
    public static JsonObject Read(string path)
    {
        try
        {
            return Json.Parse(File.ReadAllText(path)) as JsonObject
                ?? throw new BadInputException($"{path}: expected a JSON object");
        }
        catch (JsonException bad)
        {
            throw new BadInputException($"{path}: not JSON: {bad.Message}");
        }
    }

    /// <summary>Writes one.</summary>
    public static void Write(string path, JsonObject value) => Write(path, JsonText.Write(value));

    /// <summary>Writes a text, in the place of the one before.</summary>
    public static void Write(string path, string text)
    {
        var unfinished = $"{path}.unfinished";
        TextFile.Write(unfinished, text);
        Replacement.Put(unfinished, path);
    }
}
