using System.Text.Json;
using MetaNotebooks.Notebooks.Files;
using static MetaNotebooks.Notebooks.Tests.NotebookJson;

namespace MetaNotebooks.Notebooks.Tests;

/// <summary>
/// Notebooks, scripts and folders as a user of Windows has them: lines that end with CR and LF, a byte order
/// mark, and paths with spaces and letters beyond ASCII. What is read, run and written is the same.
/// </summary>
public sealed class WindowsFilesTests : IDisposable
{
    private const string Name = "Nœud 学";

    private const string Cells = """
        #!markdown

        # Title

        Two lines
        of [text](Nœud%20学.ipynb).

        #!fsharp

        #load "mes pièces/outil 工具.fsx"
        let text = "a
        b"

        #!csharp

        var y = 2;

        #!fsharp

        printfn "%d" text.Length

        """;

    private readonly Workspace _work = new();
    private readonly string _plain;
    private readonly string _windows;

    public WindowsFilesTests()
    {
        _plain = Directory.CreateDirectory(_work.At("plain")).FullName;
        _windows = Directory.CreateDirectory(_work.At("Été à Köln 夏")).FullName;
    }

    /// <inheritdoc/>
    public void Dispose() => _work.Dispose();

    private static string In(string folder, string ending) => Path.Combine(folder, Name + ending);

    // The same text in both folders.
    private void Save(string ending, string text)
    {
        File.WriteAllText(In(_plain, ending), text.ReplaceLineEndings("\n"));
        WindowsText.Save(In(_windows, ending), text.ReplaceLineEndings("\n"));
    }

    // Of both folders, once from a text in one string and once from lines.
    private void SaveNotebook(bool asLines)
    {
        string[] sources = ["# Title\n\nText", "#!fsharp\nlet text = \"a\nb\"\n\ntext.Length", "let a = 1"];
        void Save(string folder, string ends, Action<string, string> write)
        {
            var texts = sources.Select(source => source.Replace("\n", ends)).ToArray();
            var json = Notebook(Markdown("m", texts[0]), Code("c", texts[1]), Code("d", texts[2]));
            if (asLines)
                foreach (var cell in json["cells"]!.AsArray())
                    cell!["source"] = NotebookText.Split((string)cell["source"]!);
            write(
                In(folder, ".ipynb"),
                json.ToJsonString(new JsonSerializerOptions { WriteIndented = true })
            );
        }
        Save(_plain, "\n", File.WriteAllText);
        Save(_windows, "\r\n", WindowsText.Save);
    }

    private (string Plain, string Windows) Convert(string from, string to)
    {
        Converter.Convert(In(_plain, from), In(_plain, to));
        Converter.Convert(In(_windows, from), In(_windows, to));
        return (File.ReadAllText(In(_plain, to)), File.ReadAllText(In(_windows, to)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_notebook_is_the_same(bool asLines)
    {
        SaveNotebook(asLines);
        var (plain, windows) = (
            NotebookReader.Read(In(_plain, ".ipynb")),
            NotebookReader.Read(In(_windows, ".ipynb"))
        );
        Assert.Equal(3, windows.Cells.Count);
        Assert.Equal(
            plain.Cells.Select(cell => (cell.Kind, cell.Text)),
            windows.Cells.Select(cell => (cell.Kind, cell.Text))
        );
        Assert.Equal(Name, windows.Name);
    }

    [Theory]
    [InlineData(".dib")]
    [InlineData(".fsx")]
    [InlineData(".html")]
    public void So_is_what_it_is_converted_to(string ending)
    {
        SaveNotebook(asLines: true);
        var (plain, windows) = Convert(".ipynb", ending);
        Assert.Equal(plain, windows);
        Assert.DoesNotContain('\r', windows);
        Save(".dib", Cells);
        (plain, windows) = Convert(".dib", ending == ".dib" ? ".ipynb" : ending);
        Assert.Equal(plain, windows);
        Assert.DoesNotContain("\r", windows);
        Assert.DoesNotContain("\\r", windows);
    }

    [Fact]
    public void Endings_in_capitals_are_the_same_forms()
    {
        Save(".DIB", Cells);
        var (plain, windows) = Convert(".DIB", ".IPYNB");
        Assert.Equal(plain, windows);
        Assert.Equal(3, NotebookReader.ReadWithMagics(In(_windows, ".IPYNB")).Code.Count());
    }

    [Fact]
    public async Task Names_that_many_systems_take_for_one_are_refused()
    {
        Write(Path.Combine(_plain, "a.ipynb"), Code("c", "1"));
        Write(Path.Combine(_windows, "A.ipynb"), Code("c", "1"));
        var (status, text) = await Workspace.Invoke("export", _plain, _windows, "--out", _work.Site);
        Assert.Equal(2, status);
        Assert.Contains("two notebooks are named 'a'", text);
    }

    [Fact]
    public async Task A_folder_is_begun()
    {
        var source = Directory.CreateDirectory(_work.At("Pâquets 包")).FullName;
        var folder = Path.Combine(_windows, "décroissance 衰");
        var (status, text) = await Workspace.Invoke("new", folder, "--source", source);
        Assert.True(status == 0, text);
        var notebook = NotebookReader.Read(Path.Combine(folder, "décroissance 衰.ipynb"));
        var place = source.Replace('\\', '/');
        Assert.StartsWith($"#i \"nuget: {place}\"\n#r \"nuget: ", notebook.Code.First().Text);
        Assert.StartsWith("# décroissance 衰", File.ReadAllText(Path.Combine(folder, "README.md")));
    }

    [Fact]
    public async Task The_kernel_is_installed_and_removed()
    {
        var (status, text) = await Workspace.Invoke("kernel", "install", "--prefix", _windows);
        Assert.True(status == 0, text);
        var file = Path.Combine(_windows, "share/jupyter/kernels/metanotebooks-fsharp/kernel.json");
        // An editor of Windows may save it as its own.
        WindowsText.Save(file, File.ReadAllText(file));
        (status, text) = await Workspace.Invoke("kernel", "uninstall", "--prefix", _windows);
        Assert.Equal((0, $"removed: {Path.GetDirectoryName(file)}"), (status, text.Trim()));
        Assert.False(File.Exists(file));
    }

    [Fact]
    [Trait("Speed", "slow")]
    public async Task It_runs_is_stored_and_checked()
    {
        var parts = Directory.CreateDirectory(Path.Combine(_windows, "mes pièces")).FullName;
        WindowsText.Save(Path.Combine(parts, "outil 工具.fsx"), "#load \"autre.fsx\"\nlet twice x = 2 * x\n");
        WindowsText.Save(Path.Combine(parts, "autre.fsx"), "let words = \"\"\"one\ntwo\"\"\"\n");
        File.WriteAllText(Path.Combine(_windows, "données été.csv"), "a\n1\n");
        var path = In(_windows, ".ipynb");
        var json = Notebook(
            Markdown("m", "# Title\r\n\r\n[itself](Nœud%20学.ipynb) [data](données%20été.csv)\r\n"),
            Code("load", "#load \"mes pièces/outil 工具.fsx\"\r\nopen System.IO\r\n"),
            Code(
                "use",
                "let read =\r\n    File.ReadAllText \"données été.csv\"\r\n\r\n"
                    + "printfn \"%d\" (``Outil 工具``.twice read.Length)"
            )
        );
        WindowsText.Save(path, json.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        var (status, text) = await Workspace.Invoke("run", path, "--out", _work.Site, "--store");
        Assert.True(status == 0, text);
        var stored = NotebookReader.Read(path);
        Assert.Equal("8\n", NotebookText.Join(stored.Code.Last().Outputs[0]!["text"]));
        var page = _work.Page(Name);
        Assert.Contains($"href=\"{Uri.EscapeDataString(Name)}.html\"", page);
        Assert.Contains("donn%C3%A9es%20%C3%A9t%C3%A9.csv", page);
        (status, text) = await Workspace.Invoke("check", path);
        Assert.True(status == 0, text);
        // Saved once more by an editor of Windows, with an output of a program of Windows.
        stored.Code.Last().Outputs[0]!["text"] = "8\r\n";
        WindowsText.Save(path, stored.ToText());
        (status, text) = await Workspace.Invoke("check", path);
        Assert.True(status == 0, text);
        (status, text) = await Workspace.Invoke("export", path, "--out", _work.Site);
        Assert.True(status == 0, text);
        Assert.DoesNotContain('\r', _work.Page(Name).Replace("8\r\n", "8\n"));
    }
}
