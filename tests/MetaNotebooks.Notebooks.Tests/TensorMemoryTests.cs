using static MetaNotebooks.Notebooks.Tests.NotebookJson;

namespace MetaNotebooks.Notebooks.Tests;

/// <summary>Cells that dispose nothing stay within a gigabyte.</summary>
[Trait("Speed", "slow")]
public sealed class TensorMemoryTests : IDisposable
{
    private readonly Workspace _work = new();

    // Kept, they would take 1.7 GB.
    private const string Graphs = """
        let w = torch.ones([| 512L; 512L |], requires_grad = true)
        for _ in 1 .. 120 do
            let loss = w.mul(w).tanh().square().mean()
            let slope = torch.autograd.grad([| loss |], [| w |], null, true, true)[0]
            torch.autograd.grad([| slope.square().sum() |], [| w |], null, false, false) |> ignore
        """;

    // Kept, they would take 0.8 GB beside the 0.4 of the kit. The collector is asked to leave them alone as
    // long as it can, as it does by itself on machines whose caches are large.
    private const string Small = """
        GC.TryStartNoGCRegion 200_000_000L |> ignore
        let seed = torch.ones 200L
        for _ in 1 .. 500_000 do
            seed.clone() |> ignore
        """;

    [Theory]
    [InlineData(Graphs)]
    [InlineData(Small)]
    public async Task ALoopThatDisposesNothingIsFreedInTime(string code)
    {
        KitCells.SkipUnlessBuilt();
        Write(_work.At("loop.ipynb"), Code("load", KitCells.Load), Code("loop", code));
        var (status, text) = await Workspace.Invoke(
            "run",
            _work.Folder,
            "--out",
            _work.Site,
            "--memory",
            "1000"
        );
        Assert.True(status == 0, text);
    }

    /// <inheritdoc/>
    public void Dispose() => _work.Dispose();
}
