using System.Diagnostics;
using static MetaNotebooks.Notebooks.Tests.NotebookJson;

namespace MetaNotebooks.Notebooks.Tests;

/// <summary>Cells that take what they can get, or break what they run in, spoil only their own notebook.</summary>
[Trait("Speed", "slow")]
public sealed class HostileNotebooksTests(HostileNotebooksTests.Run run)
    : IClassFixture<HostileNotebooksTests.Run>
{
    [Theory]
    [InlineData("native", "Process ended", "exit status 1")]
    [InlineData("killed", "Process ended", "exit status 137")]
    [InlineData("leaves", "Process ended", "exit status 3")]
    [InlineData("pipe", "Process ended", "wrote into the pipe")]
    [InlineData("heap", "System.OutOfMemoryException", "in cell 2")]
    [InlineData("memory", "Memory limit", "more than 900 MB of memory (--memory)")]
    [InlineData("flood", "Output limit", "more than 20 million characters")]
    public void TheErrorSaysWhatHappened(string name, string kind, string words)
    {
        Assert.Matches($@"{name}: FAILED in [^\n]*, in cell 2: {kind}\n", run.Text);
        var told = run.Text[run.Text.IndexOf($"{name}: FAILED", StringComparison.Ordinal)..];
        Assert.Contains(words, string.Join('\n', told.Split('\n').Take(8)));
        Assert.Contains($"<strong>{kind}</strong>", run.Work.Page(name));
        Assert.Equal("before\n", (string?)run.Work.Cells(name)["before"]["outputs"]![0]!["text"]![0]);
    }

    [Fact]
    public void OthersAreNotTouched()
    {
        Assert.Equal(1, run.Status);
        Assert.Contains("zz-good: passed in ", run.Text);
        Assert.Contains("10 notebooks, 7 failed", run.Work.Page("index"));
        Assert.Equal("keep", File.ReadAllText(run.Work.At("written.txt")));
    }

    [Fact]
    public void AClosedConsoleStillShowsWhatIsPrinted()
    {
        Assert.Contains("console: passed in ", run.Text);
        Assert.Contains("still here", run.Work.Page("console"));
    }

    [Fact]
    public void AProcessLeftBehindIsNotWaitedFor() =>
        Assert.False(Process.GetProcessById(int.Parse(File.ReadAllText(run.Work.At("left.txt")))).HasExited);

    [Fact]
    public void OnlyDeclaredHtmlIsHtml()
    {
        var page = run.Work.Page("markup");
        foreach (var number in Enumerable.Range(1, 5))
        {
            Assert.DoesNotContain($"<script>alert({number})", page);
            Assert.Contains($"&lt;script&gt;alert({number})", page);
        }
        Assert.Contains("<i>declared</i>", page);
        Assert.Contains("<title>&lt;script&gt;alert(5)", page);
        Assert.DoesNotContain("<script>alert", run.Work.Page("index"));
    }

    /// <summary>One run over all of them.</summary>
    public sealed class Run : IAsyncLifetime
    {
        internal Workspace Work { get; } = new();

        internal int Status { get; private set; }

        internal string Text { get; private set; } = "";

        /// <inheritdoc/>
        public async ValueTask InitializeAsync()
        {
            Add("native", "Runtime.InteropServices.Marshal.ReadByte(0x123456789000n)");
            Add("killed", "Diagnostics.Process.GetCurrentProcess().Kill()", "Threading.Thread.Sleep -1");
            Add(
                "leaves",
                "File.WriteAllText(\"left.txt\", string (Diagnostics.Process.Start(\"sleep\", \"300\")).Id)",
                "exit 3"
            );
            Add(
                "pipe",
                "let handle = nativeint (Array.last (Environment.GetCommandLineArgs()))",
                "let file = new FileStream(new Microsoft.Win32.SafeHandles.SafeFileHandle(handle, false), FileAccess.Write, 1)",
                "file.Write(\"no event\\n\"B)",
                "Threading.Thread.Sleep -1"
            );
            Add(
                "heap",
                "let kept = ResizeArray<byte[]>()",
                "while true do kept.Add(Array.zeroCreate 50_000_000)"
            );
            Add(
                "memory",
                "while true do",
                "    let block = Runtime.InteropServices.Marshal.AllocHGlobal 50_000_000",
                "    for at in 0 .. 4096 .. 49_999_999 do",
                "        Runtime.InteropServices.Marshal.WriteByte(block, at, 1uy)"
            );
            Add("flood", "while true do printfn \"%s\" (String('x', 10_000))");
            Write(
                Work.At("console.ipynb"),
                Code(
                    "c",
                    "Console.Out.Close()\nConsole.OpenStandardOutput().Close()\nstdout.Close()\nprintfn \"still here\""
                )
            );
            Write(
                Work.At("markup.ipynb"),
                Markdown("m", "# `<script>alert(5)</script>`\n\nText."),
                Code("a", "printfn \"<script>alert(1)</script>\"\neprintfn \"<script>alert(2)</script>\""),
                Code("b", "display(HTML \"<i>declared</i>\") |> ignore\n\"<script>alert(3)</script>\""),
                Code("c", "{| Name = \"<script>alert(4)</script>\" |}")
            );
            Write(Work.At("zz-good.ipynb"), Code("good", "File.WriteAllText(\"written.txt\", \"keep\")"));
            (Status, Text) = await Workspace.Invoke(
                "run",
                Work.Folder,
                "--out",
                Work.Site,
                "--jobs",
                "3",
                "--memory",
                "900"
            );
        }

        /// <inheritdoc/>
        public ValueTask DisposeAsync()
        {
            Process.GetProcessById(int.Parse(File.ReadAllText(Work.At("left.txt")))).Kill();
            Work.Dispose();
            return ValueTask.CompletedTask;
        }

        private void Add(string name, params string[] code) =>
            Write(
                Work.At($"{name}.ipynb"),
                Code("before", "printfn \"before\""),
                Code("fails", string.Join('\n', code))
            );
    }
}
