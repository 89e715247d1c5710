using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Evaluation;
using MetaNotebooks.Notebooks.Jupyter.Evaluation;

namespace MetaNotebooks.Notebooks.Jupyter.Serving;

/// <summary>The <c>user_expressions</c> of a cell: what its client wants to know after it.</summary>
internal static class Expressions
{
    /// <summary>The value of each under its name, or why it has none; an error of one is not the cell's.</summary>
    public static JsonObject Answer(Evaluator evaluator, JsonObject request) =>
        new((request["user_expressions"] as JsonObject ?? []).Select(asked => Answer(evaluator, asked)));

    private static KeyValuePair<string, JsonNode?> Answer(
        Evaluator evaluator,
        KeyValuePair<string, JsonNode?> asked
    )
    {
        var outcome =
            asked.Value is JsonValue value && value.TryGetValue(out string? expression)
                ? evaluator.Value(expression)
                : new Outcome(null, new CellError("Expression", "an expression is a text", []));
        return new(
            asked.Key,
            outcome.Error is { } error
                ? Replies.Failed(error)
                : Replies.Ok(
                    new()
                    {
                        ["data"] = outcome.Value ?? new JsonObject { ["text/plain"] = "()" },
                        ["metadata"] = new JsonObject(),
                    }
                )
        );
    }
}
