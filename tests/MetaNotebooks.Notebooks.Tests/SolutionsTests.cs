using System.Text.RegularExpressions;
using MetaNotebooks.Notebooks.Evaluation;
using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Tests;

/// <summary>
/// The solutions that a notebook folds away run after the notebook's own cells, as a reader runs them, and what they
/// check holds.
/// </summary>
[Trait("Speed", "slow")]
public sealed partial class SolutionsTests
{
    public static IEnumerable<TheoryDataRow<string>> Notebooks =>
        Directory
            .GetFiles(KitRoot.At("notebooks"), "*.ipynb")
            .Order()
            .Where(path => Solutions(NotebookReader.Read(path)).Any())
            .Select(path => new TheoryDataRow<string>(Path.GetFileNameWithoutExtension(path)));

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task RunAfterTheNotebooksCells(string name)
    {
        Assert.SkipUnless(
            File.Exists(KitRoot.At("artifacts", "references.fsx")),
            "The kit is not built here."
        );
        var notebook = NotebookReader.Read(KitRoot.At("notebooks", $"{name}.ipynb"));
        var own = notebook.Code.Select(cell => cell.Text).ToArray();
        CellCode[] cells = [.. own.Concat(Solutions(notebook)).Select((text, i) => new CellCode(i, text))];
        var limits = new NotebookLimits(TimeSpan.FromMinutes(10), null, NotebookLimits.UsualMegabytes);
        var (started, printed) = (0, "");
        await foreach (
            var happened in NotebookProcess.Run(
                notebook.Folder,
                cells,
                limits,
                TestContext.Current.CancellationToken
            )
        )
            switch (happened)
            {
                case CellStarted:
                    (started, printed) = (started + 1, "");
                    break;
                case StreamWritten written:
                    printed += written.Text;
                    break;
                case CellFailed failed:
                    Assert.Fail($"{cells[started - 1].Code}\n{failed.Error.Message}");
                    break;
                case CellFinished when started > own.Length:
                    Assert.True(
                        printed.Contains('✓'),
                        $"A solution without a check:\n{cells[started - 1].Code}"
                    );
                    break;
            }
        Assert.Equal(cells.Length, started);
    }

    [Fact]
    public void EveryExerciseOfYourOwnLearnerHasOne()
    {
        var notebook = NotebookReader.Read(KitRoot.At("notebooks", "13-your-own-learner.ipynb"));
        var text = string.Join('\n', notebook.Cells.Where(IsText).Select(cell => cell.Text));
        var exercises = Exercise().Count(text[text.IndexOf("## Exercises", StringComparison.Ordinal)..]);
        Assert.True(exercises >= 4);
        Assert.Equal(exercises, Solutions(notebook).Count());
    }

    private static bool IsText(Cell cell) => cell.Kind == CellKind.Markdown;

    private static IEnumerable<string> Solutions(Notebook notebook) =>
        from cell in notebook.Cells
        where IsText(cell)
        from Match fold in Fold().Matches(cell.Text)
        from Match code in Code().Matches(fold.Value)
        select code.Groups[1].Value;

    [GeneratedRegex("^<details>.*?^</details>", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fold();

    [GeneratedRegex("^```fsharp\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(@"^\*\*\d+\.", RegexOptions.Multiline)]
    private static partial Regex Exercise();
}
