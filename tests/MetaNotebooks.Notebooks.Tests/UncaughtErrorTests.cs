using static MetaNotebooks.Notebooks.Tests.NotebookJson;

namespace MetaNotebooks.Notebooks.Tests;

/// <summary>Errors of libtorch that TorchSharp lets through fail a cell.</summary>
[Trait("Speed", "slow")]
public sealed class UncaughtErrorTests(UncaughtErrorTests.Run run) : IClassFixture<UncaughtErrorTests.Run>
{
    private const string Kind = "System.Runtime.InteropServices.ExternalException";

    [Theory]
    [InlineData("caught", "mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)")]
    [InlineData("matmul", "mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)")]
    [InlineData("elsewhere", "mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)")]
    [InlineData("grad", "element 0 of tensors does not require grad and does not have a grad_fn")]
    public void TheCellFailsWithLibtorchsWords(string name, string words)
    {
        Run.SkipWhereItCannotBe();
        Assert.Matches($@"{name}: FAILED in [^\n]*, in cell 2: {Kind}\n", run.Text);
        var error = Assert.Single(run.Work.Cells(name)["fails"]["outputs"]!.AsArray())!;
        Assert.Equal(Kind, (string?)error["ename"]);
        Assert.StartsWith(words, (string?)error["evalue"]);
        Assert.DoesNotContain('\n', (string)error["evalue"]!);
        // Libtorch's own frames hold the machine's paths.
        Assert.DoesNotContain("frame #", error.ToJsonString());
    }

    [Theory]
    [InlineData("caught", "at TorchSharp.torch.Tensor.mm(")]
    [InlineData("matmul", "at TorchSharp.torch.Tensor.matmul(")]
    public void TheStackIsTheCells(string name, string frame)
    {
        Run.SkipWhereItCannotBe();
        var error = run.Work.Cells(name)["fails"]["outputs"]![0]!;
        var stack = error["traceback"]!.AsArray().Select(line => (string)line!).ToArray();
        Assert.Contains(stack, line => line.Contains(frame));
        Assert.DoesNotContain(stack, line => line.Contains("UncaughtErrors"));
    }

    /// <summary>One run over all.</summary>
    public sealed class Run : IAsyncLifetime
    {
        internal Workspace Work { get; } = new();

        internal string Text { get; private set; } = "";

        internal static void SkipWhereItCannotBe()
        {
            KitCells.SkipUnlessBuilt();
            Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has what this needs.");
        }

        /// <inheritdoc/>
        public async ValueTask InitializeAsync()
        {
            Add("caught", "a.mm a");
            Add("matmul", "a.matmul a");
            Add("elsewhere", "Threading.Tasks.Task.Run(fun () -> a.matmul a).Result");
            Add("grad", "torch.autograd.grad([| a.sum() |], [| a |], null, false, false)");
            (_, Text) = await Workspace.Invoke("run", Work.Folder, "--out", Work.Site, "--jobs", "2");
        }

        /// <inheritdoc/>
        public ValueTask DisposeAsync()
        {
            Work.Dispose();
            return ValueTask.CompletedTask;
        }

        private void Add(string name, string code) =>
            Write(
                Work.At($"{name}.ipynb"),
                Code("load", $"{KitCells.Load}\nlet a = torch.ones(2L, 3L)"),
                Code("fails", code)
            );
    }
}
