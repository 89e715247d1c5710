using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MetaNotebooks.Notebooks.Files;

/// <summary>Finds the language of a cell's source, and refuses what would not run here as it does in VS Code.</summary>
internal static partial class CellSource
{
    private static readonly string[] FSharpNames = ["fsharp", "f#", "F#"];
    private static readonly string[] MarkdownNames = ["markdown", "md"];

    /// <summary>A cell's kind and its text with all magic commands, an opening one for Markdown apart.</summary>
    public static (CellKind Kind, string Text) ReadWithMagics(JsonObject cell, string notebookLanguage)
    {
        var text = NotebookText.Join(cell["source"]).ReplaceLineEndings("\n");
        if ((string?)cell["cell_type"] is "markdown")
            return (CellKind.Markdown, text);
        if ((string?)cell["cell_type"] is "raw")
            return (CellKind.Raw, text);
        var language = MetadataLanguage(cell) ?? notebookLanguage;
        if (Magic().Match(text) is { Success: true, Index: 0 } first)
        {
            if (MarkdownNames.Contains(first.Groups["name"].Value))
                return (CellKind.Markdown, text[first.Length..]);
            if (FSharpNames.Contains(first.Groups["name"].Value))
                return (CellKind.FSharp, text[first.Length..]);
        }
        return MarkdownNames.Contains(language) ? (CellKind.Markdown, text)
            : FSharpNames.Contains(language) ? (CellKind.FSharp, text)
            : (CellKind.FSharp, text.StartsWith($"#!{language}\n") ? text : $"#!{language}\n{text}");
    }

    /// <summary>A cell's kind and its text without the line that names its language.</summary>
    public static (CellKind Kind, string Text) Read(JsonObject cell, string notebookLanguage, string where)
    {
        var text = NotebookText.Join(cell["source"]).ReplaceLineEndings("\n");
        if ((string?)cell["cell_type"] is "markdown")
            return (CellKind.Markdown, text);
        if ((string?)cell["cell_type"] is "raw")
            return (CellKind.Raw, text);

        var kind = KindOf(MetadataLanguage(cell) ?? notebookLanguage, where);
        if (Magic().Match(text) is { Success: true, Index: 0 } first)
        {
            kind = KindOf(first.Groups["name"].Value, where);
            // A blank line, so that line numbers in errors stay those of the cell.
            text = text[first.Length..];
        }
        if (kind == CellKind.FSharp)
            RefuseMagics(text.Split('\n'), where);
        return (kind, text);
    }

    /// <summary>The language of cells that name none: what the notebook's kernel speaks.</summary>
    public static string DefaultLanguage(JsonObject notebook)
    {
        var metadata = notebook["metadata"] as JsonObject;
        var kernels = (metadata?["polyglot_notebook"] as JsonObject)?["kernelInfo"] as JsonObject;
        var kernel = (string?)(metadata?["kernelspec"] as JsonObject)?["name"];
        return (string?)kernels?["defaultKernelName"]
            ?? kernel?.Replace(".net-", "").Replace("metanotebooks-", "")
            ?? "fsharp";
    }

    private static void RefuseMagics(string[] lines, string where)
    {
        var at = FSharpLines.Find(lines, 0, Magic().IsMatch);
        if (at < lines.Length)
            throw new BadInputException(
                $"{where}: magic command '#!{Magic().Match(lines[at]).Groups["name"].Value}'; expected F#, with "
                    + "#!fsharp or #!markdown in the first line only"
            );
    }

    private static string? MetadataLanguage(JsonObject cell)
    {
        var metadata = cell["metadata"] as JsonObject;
        return (string?)(metadata?["polyglot_notebook"] as JsonObject)?["kernelName"]
            ?? (string?)(metadata?["dotnet_interactive"] as JsonObject)?["language"];
    }

    private static CellKind KindOf(string language, string where) =>
        FSharpNames.Contains(language) ? CellKind.FSharp
        : MarkdownNames.Contains(language) ? CellKind.Markdown
        : throw new BadInputException($"{where}: language '{language}'; expected fsharp or markdown");

    // What begins a script of another program, such as #!/bin/sh, is none.
    [GeneratedRegex(@"\A#!(?<name>[^\s/]+)[^\n]*")]
    private static partial Regex Magic();
}
