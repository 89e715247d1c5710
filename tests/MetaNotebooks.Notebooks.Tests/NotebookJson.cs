using System.Text.Json;
using System.Text.Json.Nodes;

namespace MetaNotebooks.Notebooks.Tests;

/// <summary>Builds the JSON of notebooks.</summary>
internal static class NotebookJson
{
    /// <summary>A notebook as VS Code's Polyglot Notebooks saves it.</summary>
    public static JsonObject Notebook(params JsonObject[] cells) =>
        new()
        {
            ["cells"] = new JsonArray([.. cells]),
            ["metadata"] = JsonNode.Parse(
                """
                {
                  "kernelspec": { "display_name": ".NET (F#)", "language": "F#", "name": ".net-fsharp" },
                  "language_info": { "name": "polyglot-notebook" },
                  "polyglot_notebook": {
                    "kernelInfo": {
                      "defaultKernelName": "fsharp",
                      "items": [{ "aliases": [], "languageName": "fsharp", "name": "fsharp" }]
                    }
                  }
                }
                """
            ),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };

    /// <summary>A code cell without outputs.</summary>
    public static JsonObject Code(string id, string source, params JsonObject[] outputs) =>
        new()
        {
            ["cell_type"] = "code",
            ["execution_count"] = null,
            ["id"] = id,
            ["metadata"] = JsonNode.Parse(
                """{ "dotnet_interactive": { "language": "fsharp" }, "polyglot_notebook": { "kernelName": "fsharp" } }"""
            ),
            ["outputs"] = new JsonArray([.. outputs]),
            ["source"] = source,
        };

    /// <summary>A Markdown cell.</summary>
    public static JsonObject Markdown(string id, string source) =>
        new()
        {
            ["cell_type"] = "markdown",
            ["id"] = id,
            ["metadata"] = new JsonObject(),
            ["source"] = source,
        };

    /// <summary>A stored output of one representation.</summary>
    public static JsonObject Output(string type, string text) =>
        new()
        {
            ["data"] = new JsonObject { [type] = text },
            ["metadata"] = new JsonObject(),
            ["output_type"] = "display_data",
        };

    /// <summary>Writes a notebook of these cells to a file.</summary>
    public static void Write(string path, params JsonObject[] cells) =>
        File.WriteAllText(
            path,
            Notebook(cells).ToJsonString(new JsonSerializerOptions { WriteIndented = true })
        );
}
