using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Jupyter;

/// <summary>Notebooks from one form into another and back.</summary>
public sealed class ConvertTests : IDisposable
{
    private const string Text = """
        #!markdown

        # Title

        Two *lines*, with $x^2$.

        #!fsharp

        let x = 1

        let y = x + 1

        #!fsharp

        printfn "%d" y

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("convert-test-");

    [Fact]
    public void A_notebook_comes_back_as_it_was()
    {
        var (first, notebook, second, again) = (
            File("a.dib"),
            File("b.ipynb"),
            File("c.dib"),
            File("d.ipynb")
        );
        System.IO.File.WriteAllText(first, Text);
        Converter.Convert(first, notebook);
        Converter.Convert(notebook, second);
        Converter.Convert(second, again);
        var cells = NotebookReader.Read(notebook).Cells;
        Assert.Equal([CellKind.Markdown, CellKind.FSharp, CellKind.FSharp], cells.Select(cell => cell.Kind));
        Assert.Equal("let x = 1\n\nlet y = x + 1", cells[1].Text);
        Assert.EndsWith(Text.ReplaceLineEndings("\n"), System.IO.File.ReadAllText(second));
        Assert.Equal(System.IO.File.ReadAllText(notebook), System.IO.File.ReadAllText(again));
    }

    [Fact]
    public void Magics_and_other_languages_come_back_too()
    {
        const string Cells = """

            #!fsharp

            #!time
            let x = 1

            #!csharp

            var y = 2;

            #!fsharp

            #!share --from csharp y
            x + y

            """;
        var (first, notebook, second, script) = (
            File("a.dib"),
            File("b.ipynb"),
            File("c.dib"),
            File("d.fsx")
        );
        System.IO.File.WriteAllText(first, Cells);
        Converter.Convert(first, notebook);
        Converter.Convert(notebook, second);
        Converter.Convert(notebook, script);
        var cells = NotebookReader.ReadWithMagics(notebook).Cells;
        Assert.Equal("#!time\nlet x = 1", cells[0].Text);
        Assert.Equal("#!csharp\nvar y = 2;", cells[1].Text);
        Assert.EndsWith(Cells.ReplaceLineEndings("\n"), System.IO.File.ReadAllText(second));
        Assert.EndsWith(
            "// #!share --from csharp y\n(x + y) |> Script.show\n;;\n",
            System.IO.File.ReadAllText(script)
        );
    }

    [Fact]
    public void Another_ending_is_refused()
    {
        var from = File("a.dib");
        System.IO.File.WriteAllText(from, Text);
        Assert.Throws<BadInputException>(() => Converter.Convert(from, File("a.pdf")));
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private string File(string name) => Path.Combine(_folder.FullName, name);
}
