using MetaNotebooks.Notebooks.Errata;
using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Tests.Errata;

/// <summary>The kit's notebooks leave no claim of the documents without a verdict.</summary>
public sealed class KitErrataTests
{
    private static readonly ErrataList Kit = ErrataList.Read(
        NotebookFinder.Read([KitRoot.At("notebooks")]).Notebooks
    );

    [Fact]
    public void EveryRowHasAVerdict() => Assert.Empty(Kit.Open);

    // Where a word comes from, or what a paper is called, no computation shows: such a verdict says so itself.
    [Fact]
    public void EveryFaultIsShownByACheckOrSaysThatItWasRead()
    {
        var faults = Kit.Verdicts.Where(verdict =>
            verdict.Kind != VerdictKind.Reproduced && !verdict.Text.Contains("not by a check")
        );
        Assert.Empty(faults.Select(verdict => verdict.Row).Except(Kit.Checks.Select(check => check.Key)));
    }

    [Fact]
    public void EveryCheckProvesAVerdict() =>
        Assert.Empty(
            Kit.Checks.Select(check => check.Key).Except(Kit.Verdicts.Select(verdict => verdict.Row))
        );
}
