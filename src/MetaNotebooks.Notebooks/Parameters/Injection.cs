using System.Text.Json.Nodes;
using FSharp.Compiler.Syntax;
using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Parameters;

/// <summary>Puts values of parameters into a notebook, as papermill does.</summary>
internal static class Injection
{
    private const string Tag = "parameters";
    private const string InjectedTag = "injected-parameters";

    /// <summary>
    /// The notebook with a cell that gives its parameters other values, after the cell that has the tag
    /// <c>parameters</c>, in the place of one that was put there before.
    /// </summary>
    /// <exception cref="BadInputException">
    /// It has no such cell, which has no such name, or gives it a value of another kind.
    /// </exception>
    public static Notebook Put(Notebook notebook, JsonObject values)
    {
        if (values.Count == 0)
            return notebook;
        var own =
            notebook.Code.FirstOrDefault(cell => HasTag(cell.Json, Tag))
            ?? throw new BadInputException(
                $"{notebook.Path}: no cell has the tag '{Tag}'; expected one that gives {string.Join(", ", Names(values))} "
                    + "a value"
            );
        var json = notebook.Json.DeepClone().AsObject();
        var cells = json["cells"]!.AsArray();
        foreach (var old in cells.Where(cell => HasTag(cell!.AsObject(), InjectedTag)).ToArray())
            cells.Remove(old);
        var at = cells
            .Select((cell, index) => (cell, index))
            .First(one => HasTag(one.cell!.AsObject(), Tag))
            .index;
        cells.Insert(at + 1, Cell(notebook, ParametersCell.Read(own.Text), values));
        var metadata = json["metadata"] as JsonObject ?? [];
        json["metadata"] = metadata;
        metadata["papermill"] = new JsonObject { ["parameters"] = values.DeepClone() };
        return NotebookReader.Read(json, notebook.Path);
    }

    private static JsonObject Cell(Notebook notebook, ParametersCell own, JsonObject values)
    {
        try
        {
            var lines = values.Select(value =>
                $"let {PrettyNaming.NormalizeIdentifierBackticks(value.Key)} = {own.ToFSharp(value.Key, value.Value)}\n"
            );
            return new JsonObject
            {
                ["cell_type"] = "code",
                ["execution_count"] = null,
                ["id"] = InjectedTag,
                ["metadata"] = new JsonObject { ["tags"] = new JsonArray(InjectedTag) },
                ["outputs"] = new JsonArray(),
                ["source"] = string.Concat(["(* Parameters *)\n", .. lines]),
            };
        }
        catch (BadInputException bad)
        {
            throw new BadInputException($"{notebook.Path}: {bad.Message}");
        }
    }

    private static IEnumerable<string> Names(JsonObject values) => values.Select(value => value.Key);

    private static bool HasTag(JsonObject cell, string tag) =>
        cell["metadata"]?["tags"] is JsonArray tags
        && tags.Any(one => NotebookText.IsString(one) && (string?)one == tag);
}
