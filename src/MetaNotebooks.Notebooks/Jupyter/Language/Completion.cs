using System.Text.Json.Nodes;
using FSharp.Compiler.EditorServices;
using MetaNotebooks.Notebooks.Jupyter.Evaluation;
using static FSharp.Compiler.Interactive.Shell;

namespace MetaNotebooks.Notebooks.Jupyter.Language;

/// <summary>The names that fit at a place in a cell, with their kinds and signatures.</summary>
internal static class Completion
{
    private const int Most = 1000;
    private const int MostDescribed = 60;

    /// <summary>The content of a <c>complete_reply</c>.</summary>
    public static JsonObject Complete(FsiEvaluationSession session, string cell, int cursor)
    {
        var text = Magics.Blank(cell.Replace("\r\n", "\n"));
        // Blank lines for magics move the cursor: place it in the cell, then look at the same line without them.
        var place = TextPosition.At(cell, cursor);
        if (place.LineText.StartsWith('#'))
            return Reply([], cursor, cursor, []);
        var partial = QuickParse.GetPartialLongNameEx(place.LineText, place.Column - 1);
        var (parse, check, _) = session.ParseAndCheckInteraction(text, null);
        var found = check.GetDeclarationListInfo(
            parse,
            place.Line,
            place.LineText,
            partial,
            null,
            null,
            null
        );
        var items = found
            .Items.Where(item =>
                item.NameInList.StartsWith(partial.PartialIdent, StringComparison.OrdinalIgnoreCase)
            )
            .OrderByDescending(item => item.NameInList.StartsWith(partial.PartialIdent))
            .ThenBy(item => item.NameInList, StringComparer.OrdinalIgnoreCase)
            .Take(Most)
            .ToArray();
        var end = place.LineStart + place.Column;
        var (first, last) = (
            TextPosition.Characters(cell, end - partial.PartialIdent.Length),
            TextPosition.Characters(cell, end)
        );
        var types = items.Select((item, i) => Describe(item, i < MostDescribed, first, last));
        return Reply(items.Select(item => item.NameInCode), first, last, types);
    }

    private static JsonObject Describe(DeclarationListItem item, bool signature, int start, int end) =>
        new()
        {
            ["start"] = start,
            ["end"] = end,
            ["text"] = item.NameInCode,
            ["type"] = item.Glyph.ToString().ToLowerInvariant(),
            ["signature"] = signature ? ToolTips.Signature(item.Description) : "",
        };

    private static JsonObject Reply(
        IEnumerable<string> names,
        int start,
        int end,
        IEnumerable<JsonObject> types
    ) =>
        new()
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. names.Select(name => (JsonNode)name)]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject
            {
                ["_jupyter_types_experimental"] = new JsonArray([.. types.Select(type => (JsonNode)type)]),
            },
        };
}
