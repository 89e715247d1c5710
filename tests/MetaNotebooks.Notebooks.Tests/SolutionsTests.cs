using System.Text.RegularExpressions;
using MetaNotebooks.Notebooks.Files;
using static MetaNotebooks.Notebooks.Tests.NotebookJson;

namespace MetaNotebooks.Notebooks.Tests;

/// <summary>
/// The solutions that a notebook folds away run after the notebook's own cells, as a reader runs them. Those of the kit's
/// notebooks run where all its notebooks do, in <c>tests/run</c>.
/// </summary>
public sealed partial class SolutionsTests : IDisposable
{
    private readonly Workspace _work = new();

    [Fact]
    public async Task RunAfterTheCellsAndLeaveNothing()
    {
        Put("printfn \"%d\" (given + 1)\nFile.WriteAllText(\"seen.txt\", string given)");
        var (status, text) = await Workspace.Invoke("run", _work.Folder, "--out", _work.Site, "--solutions");
        Assert.True(status == 0, text);
        Assert.Equal("42", File.ReadAllText(_work.At("seen.txt")));
        Assert.Equal(1, (int?)_work.Cells("exercise")["code"]["execution_count"]);
        Assert.Equal(["42"], Printed(_work.Cells("exercise")["code"]));
        Assert.DoesNotContain("43", _work.Page("exercise"));
    }

    [Fact]
    public async Task OneThatFailsIsToldByItsCell()
    {
        Put("if given > 0 then failwith \"not so\"");
        var (status, text) = await Workspace.Invoke("run", _work.Folder, "--out", _work.Site, "--solutions");
        Assert.Equal(1, status);
        Assert.Contains("in cell 2: ", text);
        Assert.Contains("not so", text);
    }

    [Fact]
    public async Task OnlyWhenAskedFor()
    {
        Put("if given > 0 then failwith \"not so\"");
        var (status, text) = await Workspace.Invoke("run", _work.Folder, "--out", _work.Site);
        Assert.True(status == 0, text);
    }

    [Fact]
    public void EachOfTheKitsChecksSomething()
    {
        var all = Directory
            .GetFiles(KitRoot.At("notebooks"), "*.ipynb")
            .Select(NotebookReader.Read)
            .ToArray();
        Assert.True(all.SelectMany(Solution.Of).Count() >= 35);
        foreach (var solution in all.SelectMany(Solution.Of))
            Assert.Contains("check ", solution.Code);
    }

    [Theory]
    [InlineData("06-which-gradient")]
    [InlineData("13-your-own-learner")]
    public void EveryExerciseHasOne(string name)
    {
        var notebook = NotebookReader.Read(KitRoot.At("notebooks", $"{name}.ipynb"));
        var text = string.Join(
            '\n',
            notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown).Select(cell => cell.Text)
        );
        var exercises = Exercise().Count(text[text.IndexOf("## Exercises", StringComparison.Ordinal)..]);
        Assert.True(exercises >= 4);
        Assert.Equal(exercises, Solution.Of(notebook).Count());
    }

    /// <inheritdoc/>
    public void Dispose() => _work.Dispose();

    private void Put(string solution) =>
        Write(
            _work.At("exercise.ipynb"),
            Code("code", "let given = 42\ngiven"),
            Markdown(
                "text",
                $"**1.** One more?\n\n<details><summary>A solution</summary>\n\n```fsharp\n{solution}\n```\n\n</details>"
            )
        );

    private static string[] Printed(System.Text.Json.Nodes.JsonObject cell) =>
        [.. cell["outputs"]!.AsArray().Select(one => string.Concat(one!["data"]!["text/plain"]!.AsArray()))];

    [GeneratedRegex(@"^\*\*\d+\.", RegexOptions.Multiline)]
    private static partial Regex Exercise();
}
