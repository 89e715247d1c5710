using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Outputs;

/// <summary>The plain text of an output, for consoles and viewers that show nothing else.</summary>
internal static partial class PlainText
{
    /// <summary>Its MIME type, which Jupyter wants in every output.</summary>
    public const string MimeType = "text/plain";

    /// <summary>The words of the HTML among an output's forms, a table's rows in lines; null when there are none.</summary>
    public static string? OfHtml(JsonObject data)
    {
        var html = Unshown().Replace(NotebookText.Join(data["text/html"]), "");
        var words = Tag().Replace(LineEnd().Replace(CellEnd().Replace(html, "\t"), "\n"), "");
        var lines = WebUtility.HtmlDecode(words).Split('\n').Select(line => line.TrimEnd());
        var text = string.Join('\n', lines.Where(line => line.Length > 0)).Trim('\n');
        return text.Length > 0 ? text : null;
    }

    /// <summary>Adds the text to the forms of each output of a notebook, where it is missing.</summary>
    public static void Complete(Notebook notebook)
    {
        foreach (var output in notebook.Code.SelectMany(cell => cell.Outputs.OfType<JsonObject>()))
            // A chart's is its title.
            if (ChartFigure.Find(output) is null)
                Complete(output);
    }

    /// <summary>Adds the text to the forms of an output, where it is missing.</summary>
    public static void Complete(JsonObject output)
    {
        if (output["data"] is not JsonObject { Count: > 0 } data || data.ContainsKey(MimeType))
            return;
        // Of what has no words, its kind says enough.
        data[MimeType] = NotebookText.Split(OfHtml(data) ?? $"({data.First().Key})");
    }

    [GeneratedRegex(
        @"<(script|style)\b.*?</\1\s*>|<!--.*?-->",
        RegexOptions.Singleline | RegexOptions.IgnoreCase
    )]
    private static partial Regex Unshown();

    [GeneratedRegex(@"</t[dh]>", RegexOptions.IgnoreCase)]
    private static partial Regex CellEnd();

    [GeneratedRegex(@"</(tr|p|div|h\d|li|pre|caption|summary)>|<br\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex LineEnd();

    [GeneratedRegex(@"</?[a-z][^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();
}
