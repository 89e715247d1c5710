using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Evaluation;
using MetaNotebooks.Notebooks.Outputs;

namespace MetaNotebooks.Notebooks.Files;

/// <summary>Turns what happens while a notebook runs into the outputs that are stored in its cells.</summary>
internal sealed class CellOutputs
{
    // A display can be updated from a later cell.
    private readonly Dictionary<string, JsonObject> _displays = [];

    /// <summary>Adds an event's output to the cell in which it happened.</summary>
    public void Add(Cell cell, CellEvent happened)
    {
        switch (happened)
        {
            case StreamWritten written:
                AddText(cell.Outputs, written);
                break;
            case ValueDisplayed displayed when _displays.TryGetValue(displayed.Id, out var shown):
                shown["data"] = ToBundle(displayed.Data);
                break;
            case ValueDisplayed displayed:
                var output = NewOutput("display_data", displayed.Data);
                _displays.Add(displayed.Id, output);
                cell.Outputs.Add(output);
                break;
            case ValueReturned returned:
                var result = NewOutput("execute_result", returned.Data);
                result["execution_count"] = cell.ExecutionCount;
                cell.Outputs.Add(result);
                break;
            case CellFailed failed:
                cell.Outputs.Add(ToOutput(failed.Error));
                break;
        }
    }

    private static void AddText(JsonArray outputs, StreamWritten written)
    {
        var last = outputs.LastOrDefault() as JsonObject;
        if (last is null || (string?)last["output_type"] != "stream" || (string?)last["name"] != written.Name)
        {
            last = new JsonObject
            {
                ["name"] = written.Name,
                ["output_type"] = "stream",
                ["text"] = new JsonArray(),
            };
            outputs.Add(last);
        }
        NotebookText.Append(last["text"]!.AsArray(), written.Text);
    }

    private static JsonObject NewOutput(string type, Dictionary<string, string> data) =>
        new()
        {
            ["data"] = ToBundle(data),
            ["metadata"] = new JsonObject(),
            ["output_type"] = type,
        };

    private static JsonObject ToOutput(CellError error) =>
        new()
        {
            ["ename"] = error.Name,
            ["evalue"] = error.Message,
            ["output_type"] = "error",
            ["traceback"] = new JsonArray([.. error.Details.Select(line => (JsonNode)line)]),
        };

    private static JsonObject ToBundle(Dictionary<string, string> data)
    {
        var bundle = new JsonObject();
        foreach (var (type, text) in data)
            bundle[type] = IsJson(type) ? Json.ParseOrKeep(text) : NotebookText.Split(text);
        return bundle;
    }

    private static bool IsJson(string type) => type == "application/json" || type.EndsWith("+json");
}
