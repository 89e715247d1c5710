using System.Text.Json.Nodes;

namespace MetaNotebooks.Notebooks.Files;

/// <summary>The shape of nbformat 4.5.</summary>
internal static class Nbformat
{
    /// <summary>A copy with the keys in nbformat's order, the alphabet's, and with sources as lines.</summary>
    /// <remarks>What stands inside of metadata is left as the editor that wrote it ordered it.</remarks>
    public static JsonObject Order(JsonObject notebook)
    {
        var ordered = OrderKeys(notebook);
        ordered["nbformat"] = 4;
        ordered["nbformat_minor"] = Math.Max(5, (int?)notebook["nbformat_minor"] ?? 0);
        ordered["cells"] = new JsonArray([.. notebook["cells"]!.AsArray().Select(CopyCell)]);
        return ordered;
    }

    private static JsonNode CopyCell(JsonNode? cell, int index)
    {
        var copy = cell!.DeepClone().AsObject();
        copy["id"] ??= $"cell-{index + 1}";
        copy["metadata"] ??= new JsonObject();
        copy["source"] = NotebookText.Split(NotebookText.Join(copy["source"]));
        if (copy["outputs"] is JsonArray outputs)
            copy["outputs"] = new JsonArray([.. outputs.Select(output => OrderKeys(output!.AsObject()))]);
        return OrderKeys(copy);
    }

    private static JsonObject OrderKeys(JsonObject source)
    {
        var copy = new JsonObject();
        foreach (var (key, value) in source.OrderBy(member => member.Key, StringComparer.Ordinal))
            copy[key] = value?.DeepClone();
        return copy;
    }
}
