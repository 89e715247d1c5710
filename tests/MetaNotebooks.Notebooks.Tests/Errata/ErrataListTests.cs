using MetaNotebooks.Notebooks.Errata;
using MetaNotebooks.Notebooks.Files;
using static MetaNotebooks.Notebooks.Tests.NotebookJson;

namespace MetaNotebooks.Notebooks.Tests.Errata;

/// <summary>What is read from a notebook's table of verdicts and from its checks.</summary>
public sealed class ErrataListTests : IDisposable
{
    private readonly Workspace _work = new();

    [Fact]
    public void ARowMayNameSeveralClaims()
    {
        var errata = Read(Table("| D2.3, D0.4 | $a<b$ | *corrected*: by `f`, *so* |"));
        Assert.Equal(["D0.4", "D2.3"], errata.Verdicts.Select(verdict => verdict.Row));
        var verdict = errata.Verdicts[0];
        Assert.Equal("<span class=\"math\">a&lt;b</span>", verdict.Claim);
        Assert.Equal(VerdictKind.Corrected, verdict.Kind);
        Assert.Equal("by <code>f</code>, so", verdict.Text);
        Assert.Equal(36, errata.Open.Count());
    }

    [Theory]
    [InlineData("*reproduced*", 0, "")]
    [InlineData("*reproduced*; with more", 0, "with more")]
    [InlineData("**impossible as stated**, by measurement", 2, "by measurement")]
    public void VerdictsBeginWithTheirKind(string cell, int kind, string text)
    {
        var verdict = Assert.Single(Read(Table($"| D0.1 | a | {cell} |")).Verdicts);
        Assert.Equal((VerdictKind)kind, verdict.Kind);
        Assert.Equal(text, verdict.Text);
    }

    [Theory]
    [InlineData("| D0.11 | a | *reproduced* |", "'D0.11' is no row of the documents")]
    [InlineData("| D0.1–D0.3 | a | *reproduced* |", "'D0.1–D0.3' is no row of the documents")]
    [InlineData("| D0.1 | a | reproduced |", "the verdict 'reproduced' begins with none of *reproduced*")]
    [InlineData("| D0.1 | a | *refuted* |", "the verdict 'refuted' begins with none of")]
    [InlineData("| D0.1 | | *reproduced* |", "no three cells")]
    public void WrongTables(string row, string words)
    {
        var error = Assert.Throws<BadInputException>(() => Read(Table(row)));
        Assert.StartsWith($"{_work.At("one.ipynb")}, cell 1: ", error.Message);
        Assert.Contains(words, error.Message);
    }

    [Fact]
    public void TheHeadingNeedsATable() =>
        Assert.Contains(
            "no table under",
            Assert
                .Throws<BadInputException>(() =>
                    Read(
                        "## What the document says, and what was measured\n\nNothing.\n\n## Other\n\n|a|\n|-|\n|b|"
                    )
                )
                .Message
        );

    [Fact]
    public void OtherTablesAreNoVerdicts() =>
        Assert.Empty(Read("## Data\n\n| row | a | b |\n| --- | --- | --- |\n| D9.9 | x | y |").Verdicts);

    [Theory]
    [InlineData("check \"it fails (row D4.6)\" true", "D4.6")]
    [InlineData("check\n    $\"all {n} \\\"rates\\\" (rows D0.6, D0.7)\"\n    (n > 3)", "D0.6 D0.7")]
    [InlineData("printfn \"(row D4.6)\" // check", "")]
    [InlineData("check \"as (row D4.6) says\" true", "")]
    public void ChecksNameTheirRows(string code, string rows)
    {
        Write(_work.At("one.ipynb"), Code("c", code));
        var found = RowChecks.Read(NotebookReader.Read(_work.At("one.ipynb")));
        Assert.Equal(rows, string.Join(' ', found.Select(check => check.Row)));
    }

    [Fact]
    public void ACheckOfNoRow()
    {
        Write(_work.At("one.ipynb"), Code("c", "check \"x (row D5.1)\" true"));
        var notebook = NotebookReader.Read(_work.At("one.ipynb"));
        Assert.Throws<BadInputException>(() => RowChecks.Read(notebook).ToArray());
    }

    private ErrataList Read(string markdown)
    {
        Write(_work.At("one.ipynb"), Markdown("m", markdown));
        return ErrataList.Read([NotebookReader.Read(_work.At("one.ipynb"))]);
    }

    private static string Table(string row) =>
        "## What the document says, and what was measured\n\n"
        + $"| row | the document | verdict |\n| --- | --- | --- |\n{row}\n\n## Limits";

    /// <inheritdoc/>
    public void Dispose() => _work.Dispose();
}
