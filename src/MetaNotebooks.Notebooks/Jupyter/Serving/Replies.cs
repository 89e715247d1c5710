using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Evaluation;

namespace MetaNotebooks.Notebooks.Jupyter.Serving;

/// <summary>The contents of replies.</summary>
internal static class Replies
{
    /// <summary>All went well.</summary>
    public static JsonObject Ok(JsonObject content)
    {
        content["status"] = "ok";
        return content;
    }

    /// <summary>The request could not be served.</summary>
    public static JsonObject Error(string name, string message) =>
        Failed(new CellError(name, message, [message]));

    /// <summary>The error of a cell.</summary>
    public static JsonObject ErrorContent(CellError error) =>
        new()
        {
            ["ename"] = error.Name,
            ["evalue"] = error.Message,
            ["traceback"] = new JsonArray([.. error.Details.Select(line => (JsonNode)line)]),
        };

    /// <summary>A cell that failed.</summary>
    public static JsonObject Failed(CellError error, int? count = null)
    {
        var content = ErrorContent(error);
        content["status"] = "error";
        if (count is not null)
            content["execution_count"] = count;
        return content;
    }

    /// <summary>A cell that ran to its end, and what was asked about it.</summary>
    public static JsonObject Executed(int count, JsonObject expressions) =>
        Ok(
            new()
            {
                ["execution_count"] = count,
                ["user_expressions"] = expressions,
                ["payload"] = new JsonArray(),
            }
        );

    /// <summary>A cell that was not run, because one before it failed.</summary>
    public static JsonObject Aborted(int count) =>
        new() { ["status"] = "aborted", ["execution_count"] = count };

    /// <summary>What is known of a name.</summary>
    public static JsonObject Inspected(string text)
    {
        var data = new JsonObject();
        if (text.Length > 0)
            data["text/plain"] = text;
        return Ok(
            new()
            {
                ["found"] = text.Length > 0,
                ["data"] = data,
                ["metadata"] = new JsonObject(),
            }
        );
    }

    /// <summary>Whether a cell is complete, and how a next line begins when it is not.</summary>
    public static JsonObject IsComplete(string status)
    {
        var content = new JsonObject { ["status"] = status };
        if (status == "incomplete")
            content["indent"] = "    ";
        return content;
    }
}
