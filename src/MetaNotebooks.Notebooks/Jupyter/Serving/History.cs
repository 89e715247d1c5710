using System.IO.Enumeration;
using System.Text.Json.Nodes;

namespace MetaNotebooks.Notebooks.Jupyter.Serving;

/// <summary>The cells that were run since the kernel started.</summary>
internal sealed class History
{
    private readonly List<(int Number, string Code)> _cells = [];

    /// <summary>Keeps a cell.</summary>
    public void Add(int number, string code)
    {
        lock (_cells)
            _cells.Add((number, code));
    }

    /// <summary>What a <c>history_request</c> asks for.</summary>
    public JsonArray Find(JsonObject request)
    {
        (int Number, string Code)[] cells;
        lock (_cells)
            cells = [.. _cells];
        var found = (string?)request["hist_access_type"] switch
        {
            "range" => cells.Where(cell => InRange(cell.Number, request)),
            "search" => cells.Where(cell =>
                FileSystemName.MatchesSimpleExpression((string?)request["pattern"] ?? "*", cell.Code)
            ),
            _ => cells,
        };
        if ((bool?)request["unique"] == true)
            found = found.Reverse().DistinctBy(cell => cell.Code).Reverse();
        if ((string?)request["hist_access_type"] != "range" && (int?)request["n"] is { } count)
            found = found.TakeLast(count);
        var withOutput = (bool?)request["output"] == true;
        return
        [
            .. found.Select(cell => (JsonNode)new JsonArray(0, cell.Number, Entry(cell.Code, withOutput))),
        ];
    }

    private static JsonNode Entry(string code, bool withOutput) =>
        withOutput ? new JsonArray(code, null) : code;

    private static bool InRange(int number, JsonObject request) =>
        number >= ((int?)request["start"] ?? 0) && number < ((int?)request["stop"] ?? int.MaxValue);
}
