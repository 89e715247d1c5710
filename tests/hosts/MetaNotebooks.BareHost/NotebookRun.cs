using System.Reflection;
using System.Text.Json.Nodes;

namespace MetaNotebooks.BareHost;

/// <summary>The cells of a notebook, one after the other, with what each prints and gives.</summary>
internal static class NotebookRun
{
    /// <summary>Runs a notebook and writes it with its outputs; the failure that ended it, null where none did.</summary>
    public static string? Write(string path, string ran, BareSession session)
    {
        var notebook = JsonNode.Parse(File.ReadAllText(path))!;
        string? failure = null;
        var count = 0;
        foreach (
            var cell in notebook["cells"]!.AsArray().Where(cell => (string?)cell!["cell_type"] == "code")
        )
        {
            var outputs = new JsonArray();
            cell!["outputs"] = outputs;
            cell["execution_count"] = ++count;
            failure = Run(session, TextOf(cell["source"]), outputs);
            if (failure is null)
                continue;
            failure = $"{cell["id"]}: {failure}";
            break;
        }
        File.WriteAllText(ran, notebook.ToJsonString());
        return failure;
    }

    private static string? Run(BareSession session, string code, JsonArray outputs)
    {
        var console = Console.Out;
        using var printed = new StringWriter();
        Console.SetOut(printed);
        try
        {
            var value = session.Evaluate(code);
            AddText(outputs, printed);
            if (value is not null)
                outputs.Add(Shown(value));
            return null;
        }
        catch (InvalidOperationException failure)
        {
            AddText(outputs, printed);
            return failure.Message;
        }
        finally
        {
            Console.SetOut(console);
        }
    }

    private static void AddText(JsonArray outputs, StringWriter printed)
    {
        if (printed.ToString() is { Length: > 0 } text)
            outputs.Add(
                new JsonObject
                {
                    ["output_type"] = "stream",
                    ["name"] = "stdout",
                    ["text"] = text,
                }
            );
    }

    private static JsonObject Shown(object value)
    {
        var html = value.GetType().GetMethod("ToHtml", BindingFlags.Public | BindingFlags.Instance, []);
        var data = new JsonObject { ["text/plain"] = value.ToString() };
        if (html is not null)
            data["text/html"] = (string?)html.Invoke(value, []);
        return new JsonObject
        {
            ["output_type"] = "execute_result",
            ["execution_count"] = null,
            ["metadata"] = new JsonObject(),
            ["data"] = data,
        };
    }

    private static string TextOf(JsonNode? source) =>
        source is JsonArray lines
            ? string.Concat(lines.Select(line => (string?)line))
            : (string?)source ?? "";
}
