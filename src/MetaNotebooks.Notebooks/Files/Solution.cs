using System.Text.RegularExpressions;

namespace MetaNotebooks.Notebooks.Files;

/// <summary>A solution of an exercise: F# in a text cell, folded away in <c>&lt;details&gt;</c>.</summary>
/// <param name="Cell">The text cell.</param>
/// <param name="Code">The F#.</param>
internal sealed partial record Solution(Cell Cell, string Code)
{
    /// <summary>A notebook's solutions, in their order.</summary>
    public static IEnumerable<Solution> Of(Notebook notebook) =>
        from cell in notebook.Cells
        where cell.Kind == CellKind.Markdown
        from Match fold in Fold().Matches(cell.Text)
        from Match code in Fenced().Matches(fold.Value)
        select new Solution(cell, code.Groups[1].Value);

    [GeneratedRegex("^<details>.*?^</details>", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fold();

    [GeneratedRegex("^```fsharp\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fenced();
}
