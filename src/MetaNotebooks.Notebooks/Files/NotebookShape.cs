using System.Text.Json.Nodes;

namespace MetaNotebooks.Notebooks.Files;

/// <summary>
/// Checks that a file's members are of the types of nbformat, so that whoever uses them need not: what a file says of
/// its cells and outputs can be anything.
/// </summary>
internal static class NotebookShape
{
    /// <summary>What is wrong, with its place, or null.</summary>
    public static string? Problem(JsonObject notebook)
    {
        if (!IsWhole(notebook["nbformat_minor"]))
            return "'nbformat_minor' is not a whole number";
        foreach (var (index, node) in ((JsonArray)notebook["cells"]!).Index())
            if (OfCell((JsonObject)node!) is { } problem)
                return $"cell {index + 1}: {problem}";
        return null;
    }

    private static string? OfCell(JsonObject cell)
    {
        if (cell["id"] is { } id && !NotebookText.IsString(id))
            return "'id' is not a text";
        if (!IsWhole(cell["execution_count"]))
            return "'execution_count' is not a whole number";
        if (cell["outputs"] is null)
            return null;
        if (cell["outputs"] is not JsonArray outputs)
            return "'outputs' is not a list";
        foreach (var (index, output) in outputs.Index())
            if (OfOutput(output) is { } problem)
                return $"output {index + 1}: {problem}";
        return null;
    }

    private static string? OfOutput(JsonNode? node)
    {
        if (node is not JsonObject output)
            return "not an object";
        foreach (var name in (string[])["output_type", "name"])
            if (output[name] is { } text && !NotebookText.IsString(text))
                return $"'{name}' is not a text";
        foreach (var name in (string[])["text", "traceback"])
            if (!NotebookText.Is(output[name]))
                return $"'{name}' is not a text, nor a list of texts";
        if (output["data"] is not JsonObject data)
            return output["data"] is null ? null : "'data' is not an object";
        foreach (var (type, value) in data)
            if ((type.StartsWith("text/") || type.StartsWith("image/")) && !NotebookText.Is(value))
                return $"'{type}' is not a text, nor a list of texts";
        return null;
    }

    private static bool IsWhole(JsonNode? node) =>
        node is null || node is JsonValue value && value.TryGetValue(out int _);
}
