using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Checking;

/// <summary>
/// How far a training is: a line that is shown and overwritten where a program can, and printed at its end where it
/// cannot.
/// </summary>
internal static partial class PrintedProgress
{
    /// <summary>What was printed, with each line of progress as an output of its own, as if it had been shown.</summary>
    public static IEnumerable<JsonObject> Split(JsonObject output)
    {
        if ((string?)output["name"] != "stdout")
            return [output];
        var text = NotebookText.Join(output["text"]);
        var (parts, at) = (new List<JsonObject>(), 0);
        foreach (Match line in Line().Matches(text))
        {
            Print(text[at..line.Index]);
            parts.Add(Shown(line.Groups[1].Value));
            at = line.Index + line.Length;
        }
        Print(text[at..]);
        return parts;

        void Print(string piece)
        {
            if (piece.Length == 0)
                return;
            var printed = output.DeepClone().AsObject();
            printed["text"] = piece;
            parts.Add(printed);
        }
    }

    private static JsonObject Shown(string line) =>
        new()
        {
            ["output_type"] = "display_data",
            ["metadata"] = new JsonObject(),
            ["data"] = new JsonObject { ["text/html"] = $"<p>{WebUtility.HtmlEncode(line)}</p>" },
        };

    // As src/MetaNotebooks.FSharp/Words/Progress.fs writes it.
    [GeneratedRegex(@"^(.+: [\d,]+ of [\d,]+ iterations, loss \S+)\r?\n", RegexOptions.Multiline)]
    private static partial Regex Line();
}
