using System.Reflection;
using FSharp.Compiler.Syntax;
using MetaNotebooks.Notebooks.Evaluation;
using MetaNotebooks.Notebooks.Jupyter.Evaluation;

namespace MetaNotebooks.Notebooks.Files.Scripts;

/// <summary>
/// Writes a notebook as a script that <c>dotnet fsi</c> runs. A cell ends with ";;", up to which F#
/// Interactive compiles and runs a script before it reads on: so a cell may define a name again, or load what
/// the one before has built, and a script that fails has run up to there.
/// </summary>
internal static class ScriptWriter
{
    /// <summary>The script's text, for a file at this path.</summary>
    /// <exception cref="BadInputException">A cell cannot be read as F#.</exception>
    public static string Write(Notebook notebook, string path)
    {
        var cells = notebook
            .Cells.Where(cell => cell.Kind != CellKind.Raw)
            .Select(cell => OfCell(cell, notebook.Path));
        var parts = Head(notebook, Path.GetFullPath(path)).Concat(cells);
        return string.Join("\n\n", parts.Select(part => part.Trim('\n'))) + "\n";
    }

    private static IEnumerable<string> Head(Notebook notebook, string path)
    {
        var (from, to) = (Path.GetFileName(notebook.Path), Path.GetFileName(path));
        yield return $"// {from} as a script. To run it: dotnet fsi {to}";
        var folder = Path.GetRelativePath(Path.GetDirectoryName(path)!, notebook.Folder).Replace('\\', '/');
        if (folder != ".")
            yield return $"// Where #load and #r find what the notebook names.\n#I \"{folder}\"";
        using var prelude = Assembly.GetExecutingAssembly().GetManifestResourceStream("Prelude.fsx")!;
        yield return $"{new StreamReader(prelude).ReadToEnd()};;";
    }

    private static string OfCell(Cell cell, string path)
    {
        var text = cell.Text.Trim('\n');
        if (cell.Kind == CellKind.Markdown)
            return string.Join('\n', text.Split('\n').Select(Comment));
        var code = Magics.OnlyFSharp(text, Comment);
        var parsed = FSharpParser.Parse(code);
        // F# Interactive would tell of it, go on behind the next ";;", and end as if all were well.
        if (parsed.Diagnostics.FirstOrDefault(found => found.Severity.IsError) is { } error)
            throw new BadInputException(
                $"{path}, cell {cell.Number}: {Diagnostics.Describe(error)}; expected F# that can be run"
            );
        var last = ((ParsedInput.ImplFile)parsed.ParseTree)
            .Item.Contents.SelectMany(module => module.decls)
            .LastOrDefault();
        // There is none in a cell of comments.
        return last is null ? code : $"{ShownValue.Show(code, last)}\n;;";
    }

    private static string Comment(string line) => $"// {line}".TrimEnd();
}
