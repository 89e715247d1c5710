using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Files;

/// <summary>Notebooks as Polyglot's <c>.dib</c> text: cells one under the other, each after its language.</summary>
internal static partial class Dib
{
    private const string CSharp = "csharp";

    /// <summary>Reads a file as a notebook without outputs.</summary>
    /// <exception cref="BadInputException">A cell is of a language that is none of F#, C# and Markdown.</exception>
    public static Notebook Read(string path) => Parse(File.ReadAllText(path), path);

    /// <summary>The notebook in a text; the path says where it came from.</summary>
    public static Notebook Parse(string text, string path)
    {
        var (cells, views) = (new JsonArray(), new List<Cell>());
        var (language, lines) = ("fsharp", new List<string>());
        void End()
        {
            var source = string.Join('\n', lines).Trim('\n');
            lines.Clear();
            if (language == "meta" || source.Length == 0)
                return;
            if (language == CSharp)
                source = $"#!{CSharp}\n{source}";
            var kind = language is "markdown" or "md" ? CellKind.Markdown : CellKind.FSharp;
            var json = NewCell(kind, source, cells.Count + 1);
            cells.Add(json);
            views.Add(new Cell(json, cells.Count, kind, source));
        }

        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (Header().Match(line) is not { Success: true } header)
            {
                lines.Add(line);
                continue;
            }
            End();
            language = header.Groups["name"].Value;
            if (language is "pwsh" or "html" or "javascript" or "sql" or "mermaid")
                throw new BadInputException(
                    $"{path}: language '{language}'; expected fsharp, csharp or markdown"
                );
        }
        End();
        var notebook = new JsonObject
        {
            ["cells"] = cells,
            ["metadata"] = Metadata(),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        return new Notebook(Path.GetFullPath(path), notebook, views);
    }

    /// <summary>The text of a notebook's cells, without their outputs.</summary>
    public static string Write(Notebook notebook)
    {
        var text = new StringBuilder(
            "#!meta\n\n{\"kernelInfo\":{\"defaultKernelName\":\"fsharp\",\"items\":[{\"aliases\":[],\"name\":\"fsharp\"}]}}\n"
        );
        foreach (var cell in notebook.Cells.Where(cell => cell.Kind != CellKind.Raw))
        {
            var source = cell.Text.Trim('\n');
            var language = cell.Kind == CellKind.Markdown ? "markdown" : "fsharp";
            if (cell.Kind == CellKind.FSharp && source.StartsWith($"#!{CSharp}\n"))
                (language, source) = (CSharp, source[(CSharp.Length + 3)..].Trim('\n'));
            text.Append($"\n#!{language}\n\n{source}\n");
        }
        return text.ToString();
    }

    private static JsonObject NewCell(CellKind kind, string source, int number)
    {
        var json = new JsonObject
        {
            ["cell_type"] = kind == CellKind.Markdown ? "markdown" : "code",
            ["id"] = $"cell-{number}",
            ["metadata"] = new JsonObject(),
            ["source"] = source,
        };
        if (kind == CellKind.FSharp)
            (json["execution_count"], json["outputs"]) = (null, new JsonArray());
        return json;
    }

    private static JsonObject Metadata() =>
        new()
        {
            ["kernelspec"] = new JsonObject
            {
                ["display_name"] = ".NET (F#)",
                ["language"] = "F#",
                ["name"] = ".net-fsharp",
            },
            ["language_info"] = new JsonObject { ["name"] = "F#", ["file_extension"] = ".fsx" },
        };

    [GeneratedRegex(@"^#!(?<name>meta|fsharp|f#|F#|markdown|md|csharp|pwsh|html|javascript|sql|mermaid)\s*$")]
    private static partial Regex Header();
}
