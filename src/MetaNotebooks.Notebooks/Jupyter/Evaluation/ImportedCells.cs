using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Jupyter.Evaluation;

/// <summary>The F# cells of a file that a cell imports.</summary>
internal static class ImportedCells
{
    /// <summary>Reads a notebook, in either form, or a script.</summary>
    /// <exception cref="BadInputException">The file is missing or of another kind.</exception>
    public static IEnumerable<string> Read(string path) =>
        !File.Exists(path)
            ? throw new BadInputException($"#!import {path}: no such file")
            : Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".fsx" or ".fs" => [File.ReadAllText(path)],
                ".dib" => Dib.Read(path).Code.Select(cell => cell.Text),
                ".ipynb" => NotebookReader.ReadWithMagics(path).Code.Select(cell => cell.Text),
                _ => throw new BadInputException(
                    $"#!import {path}: expected a file that ends in .ipynb, .dib, .fsx or .fs"
                ),
            };
}
