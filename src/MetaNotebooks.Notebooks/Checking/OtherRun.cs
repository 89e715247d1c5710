using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Running;

namespace MetaNotebooks.Notebooks.Checking;

/// <summary>A run of a notebook by another program, such as nbclient, read from the file it wrote.</summary>
internal static partial class OtherRun
{
    /// <summary>Reads the outputs of the notebook of the same name in a folder, in place of the stored ones.</summary>
    /// <exception cref="BadInputException">There is none, or its cells are others.</exception>
    public static NotebookRun Read(StoredOutputs stored, string folder)
    {
        var path = Path.Combine(folder, Path.GetFileName(stored.Notebook.Path));
        if (!File.Exists(path))
            throw new BadInputException($"{path}: no such file");
        var (cells, other) = (stored.Notebook.Code.ToArray(), NotebookReader.Read(path).Code.ToArray());
        if (!cells.Select(cell => cell.Text).SequenceEqual(other.Select(cell => cell.Text)))
            throw new BadInputException($"{path}: its cells are not those of {stored.Notebook.Path}");
        foreach (var (cell, ran) in cells.Zip(other))
        {
            cell.Clear();
            // A cell that was not run differs from one that was.
            cell.ExecutionCount = ran.ExecutionCount ?? 0;
            foreach (var output in ran.Outputs.OfType<JsonObject>())
            foreach (var part in PrintedProgress.Split(output.DeepClone().AsObject()))
                Add(cell.Outputs, part, stored.Of(cell));
        }
        return new NotebookRun(stored.Notebook);
    }

    private static void Add(JsonArray outputs, JsonObject output, IReadOnlyList<JsonObject> stored)
    {
        // Some clients keep what a cell prints in the pieces in which it came.
        if (
            output["text"] is { } text
            && outputs.LastOrDefault() is JsonObject last
            && (string?)last["name"] == (string?)output["name"]
            && last["text"] is { } first
        )
        {
            last["text"] = NotebookText.Join(first) + NotebookText.Join(text);
            return;
        }
        if (IsPageScript(output))
            return;
        // What the compiler warns of, the runner tells beside the outputs.
        var old = stored.ElementAtOrDefault(outputs.Count);
        if (IsWarning(output) && (string?)old?["name"] != "stderr")
            return;
        outputs.Add(output);
    }

    // With the first output of a page .NET Interactive sends the script by which the page finds it.
    private static bool IsPageScript(JsonObject output) =>
        output["data"]?["text/html"] is { } html
        && NotebookText.Join(html).Contains("<div id='dotnet-interactive-this-cell-");

    private static bool IsWarning(JsonObject output) =>
        (string?)output["name"] == "stderr" && Warning().IsMatch(NotebookText.Join(output["text"]));

    // As Diagnostics describes a finding.
    [GeneratedRegex(@"\A(\S+, )?line \d+, column \d+: FS\d+: ")]
    private static partial Regex Warning();
}
