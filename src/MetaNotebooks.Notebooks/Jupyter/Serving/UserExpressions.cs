using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Jupyter.Evaluation;

namespace MetaNotebooks.Notebooks.Jupyter.Serving;

/// <summary>What a client asks to know once its cell has run: expressions by name, each with its value or its error.</summary>
internal static class UserExpressions
{
    /// <summary>The answers, by the same names.</summary>
    /// <param name="wanted">Names and code; anything else is nothing.</param>
    /// <param name="run">Runs code.</param>
    public static JsonObject Evaluate(JsonNode? wanted, Func<string, Outcome> run)
    {
        var answers = new JsonObject();
        foreach (var (name, code) in wanted as JsonObject ?? [])
        {
            var outcome = run(code is JsonValue text && text.TryGetValue<string>(out var given) ? given : "");
            answers[name] = outcome.Error is { } error
                ? Replies.Failed(error)
                : Replies.Ok(new() { ["data"] = outcome.Value ?? [], ["metadata"] = new JsonObject() });
        }
        return answers;
    }
}
