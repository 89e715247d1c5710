using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Site;

/// <summary>Shows an output: the richest of its representations; all but <c>text/html</c> stays text.</summary>
internal static partial class OutputHtml
{
    /// <summary>The HTML of one stored output.</summary>
    public static string Render(JsonObject output) =>
        (string?)output["output_type"] switch
        {
            "stream" => Text(NotebookText.Join(output["text"]), $"stream {Html.Escape($"{output["name"]}")}"),
            "error" => Error(output),
            _ => Bundle(output["data"] as JsonObject ?? []),
        };

    /// <summary>Whether an output draws with plotly.js.</summary>
    public static bool NeedsPlotly(JsonObject output) =>
        output["data"] is JsonObject data
        && (
            NotebookText.Join(data["text/html"]).Contains("Plotly")
            || data[ChartFigure.MimeType] is JsonObject
        );

    /// <summary>Whether an output is a formula.</summary>
    public static bool NeedsMath(JsonObject output) =>
        output["data"] is JsonObject data && !data.ContainsKey("text/html") && data.ContainsKey("text/latex");

    private static string Bundle(JsonObject data)
    {
        string? Get(string type) => data.ContainsKey(type) ? NotebookText.Join(data[type]) : null;
        if (Get("text/html") is { } html)
            return $"<div class=\"output html\">{html}</div>\n";
        if (data[ChartFigure.MimeType] is JsonObject figure)
            return Chart(figure);
        if (Get("image/svg+xml") is { } svg)
            return Image("image/svg+xml", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(svg)));
        foreach (var type in (string[])["image/png", "image/jpeg", "image/gif"])
            if (Get(type) is { } bytes)
                return Image(type, bytes.ReplaceLineEndings(""));
        if (Get("text/latex") is { } latex)
            return $"<div class=\"output\">{FormulaHtml.Display(latex.Trim().Trim('$'))}</div>\n";
        if (Get("text/plain") is { } plain)
            return Text(plain, "result");
        var (_, other) = data.FirstOrDefault();
        return Text(NotebookText.Is(other) ? NotebookText.Join(other) : JsonText.Write(other!), "result");
    }

    // The page's script draws it; in JSON that stands in HTML, "<" could end the element.
    private static string Chart(JsonObject figure) =>
        $"""
            <div class="output html"><div class="figure" style="min-height:{ChartFigure.Height(figure)}px">
            <p>{Html.Escape(ChartFigure.Title(figure))}: drawing this chart needs JavaScript.</p>
            <script type="application/json">{figure.ToJsonString().Replace("<", "\\u003c")}</script>
            </div></div>

            """;

    private static string Image(string type, string base64) =>
        $"<div class=\"output html\"><img alt=\"\" src=\"data:{type};base64,{Html.Escape(base64)}\"></div>\n";

    private static string Text(string text, string kind) =>
        $"<pre class=\"output {kind}\">{Html.Escape(TerminalColour().Replace(text, ""))}</pre>\n";

    private static string Error(JsonObject error)
    {
        var lines = error["traceback"] as JsonArray ?? [];
        var details = string.Join('\n', lines.Select(line => (string?)line));
        return $"""
            <div class="output error" role="alert">
            <strong>{Html.Escape($"{error["ename"]}")}</strong>
            <pre>{Html.Escape(
                details.Length > 0 ? TerminalColour().Replace(details, "") : $"{error["evalue"]}"
            )}</pre>
            </div>

            """;
    }

    [GeneratedRegex(@"\x1B\[[0-9;]*[A-Za-z]")]
    private static partial Regex TerminalColour();
}
