using System.Text.Json.Nodes;
using Markdig.Syntax;
using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Running;

namespace MetaNotebooks.Notebooks.Site;

/// <summary>What the site says of one notebook: its title, its first words, and how it fared.</summary>
internal sealed class Page
{
    /// <summary>Looks through a notebook that was run, or that holds stored outputs.</summary>
    public Page(NotebookRun run)
    {
        Run = run;
        var blocks = run
            .Notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown)
            .SelectMany(cell => MarkdownCell.Parse(cell.Text))
            .ToArray();
        Title = blocks
            .OfType<HeadingBlock>()
            .Select(MarkdownCell.PlainText)
            .FirstOrDefault(run.Notebook.Name);
        Description = blocks.OfType<ParagraphBlock>().Select(MarkdownCell.InlineHtml).FirstOrDefault("");
        FailedCell =
            run.Failure?.Cell ?? run.Notebook.Code.FirstOrDefault(cell => Outputs(cell).Any(IsError));
    }

    /// <summary>The notebook and its run.</summary>
    public NotebookRun Run { get; }

    /// <summary>The first heading, or the file's name.</summary>
    public string Title { get; }

    /// <summary>The first paragraph's words, as HTML.</summary>
    public string Description { get; }

    /// <summary>The cell that holds an error, or null.</summary>
    public Cell? FailedCell { get; }

    /// <summary>The page's file.</summary>
    public string FileName => $"{Run.Notebook.Name}.html";

    /// <summary>The executed notebook's file, beside the page.</summary>
    public string NotebookFileName => $"{Run.Notebook.Name}.ipynb";

    /// <summary>A cell's outputs.</summary>
    public static IEnumerable<JsonObject> Outputs(Cell cell) =>
        (cell.Json["outputs"] as JsonArray ?? []).OfType<JsonObject>();

    private static bool IsError(JsonObject output) => (string?)output["output_type"] == "error";
}
