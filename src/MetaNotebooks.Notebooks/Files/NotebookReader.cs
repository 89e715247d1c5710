using System.Text.Json;
using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Outputs;
using MetaNotebooks.Notebooks.Site;

namespace MetaNotebooks.Notebooks.Files;

/// <summary>Reads notebooks, and says what is wrong with a file that is none.</summary>
internal static class NotebookReader
{
    // Those of the kit have up to two million.
    private const long Largest = 100_000_000;

    private static readonly string[] CellTypes = ["code", "markdown", "raw"];

    /// <summary>Reads one file.</summary>
    /// <exception cref="BadInputException">It is not a notebook that can be run here.</exception>
    public static Notebook Read(string path) => Read(path, magics: false);

    /// <summary>Reads one file, whose cells may hold magic commands, which the runner has not.</summary>
    /// <exception cref="BadInputException">It is not a notebook.</exception>
    public static Notebook ReadWithMagics(string path) => Read(path, magics: true);

    /// <summary>Reads a notebook that is parsed already.</summary>
    /// <exception cref="BadInputException">It is not a notebook that can be run here.</exception>
    public static Notebook Read(JsonObject json, string path) => Read(json, path, magics: false);

    private static Notebook Read(string path, bool magics) => Read(Parse(path), path, magics);

    private static Notebook Read(JsonObject json, string path, bool magics)
    {
        try
        {
            if (
                json["nbformat"] is not JsonValue format
                || !format.TryGetValue(out int version)
                || version != 4
            )
                throw new BadInputException($"{path}: not a notebook of nbformat 4");
            if (json["cells"] is not JsonArray cells)
                throw new BadInputException($"{path}: not a notebook: it has no list of cells");
            var language = CellSource.DefaultLanguage(json);
            var read = cells.Select((cell, index) => ReadCell(cell, index + 1, language, path, magics));
            var notebook = new Notebook(Path.GetFullPath(path), json, [.. read]);
            if (NotebookShape.Problem(json) is { } problem)
                throw new BadInputException($"{path}, {problem}");
            foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown))
                CheckMarkdown(cell, path);
            return notebook;
        }
        catch (InvalidOperationException)
        {
            // Somewhere stands a number for a text, or the like.
            throw new BadInputException($"{path}: not a notebook of nbformat 4: a member of a wrong type");
        }
    }

    private static void CheckMarkdown(Cell cell, string path)
    {
        try
        {
            MarkdownCell.Check(cell.Text);
        }
        catch (ArgumentException bad)
        {
            // Nested too deeply.
            throw new BadInputException(
                $"{path}, cell {cell.Number}: not Markdown that can be shown: {bad.Message}"
            );
        }
    }

    private static JsonObject Parse(string path)
    {
        if (new FileInfo(path).Length is var length && length > Largest)
            throw new BadInputException($"{path}: {length} bytes; expected at most {Largest}");
        try
        {
            return Json.Parse(File.ReadAllText(path)) as JsonObject
                ?? throw new BadInputException($"{path}: not a notebook: expected a JSON object");
        }
        catch (JsonException bad)
        {
            throw new BadInputException($"{path}: not JSON: {bad.Message}");
        }
    }

    private static Cell ReadCell(JsonNode? node, int number, string language, string path, bool magics)
    {
        var where = $"{path}, cell {number}";
        if (node is not JsonObject json || !CellTypes.Contains((json["cell_type"] as JsonValue)?.ToString()))
            throw new BadInputException($"{where}: not a cell of type code, markdown or raw");
        var (kind, text) = magics
            ? CellSource.ReadWithMagics(json, language)
            : CellSource.Read(json, language, where);
        return new Cell(json, number, kind, text);
    }
}
