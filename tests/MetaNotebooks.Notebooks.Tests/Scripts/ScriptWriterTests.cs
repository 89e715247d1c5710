using MetaNotebooks.Notebooks.Files;
using static MetaNotebooks.Notebooks.Tests.NotebookJson;

namespace MetaNotebooks.Notebooks.Tests.Scripts;

/// <summary>The text of the script that a notebook becomes.</summary>
public sealed class ScriptWriterTests : IDisposable
{
    private readonly Workspace _work = new();

    [Theory]
    // What a pipe behind it takes whole.
    [InlineData("x", "x |> Script.show")]
    [InlineData("check \"it\" (a = b) // why", "check \"it\" (a = b) |> Script.show // why")]
    [InlineData("[ 1; 2 ]\n|> List.map f", "[ 1; 2 ]\n|> List.map f\n|> Script.show")]
    [InlineData("f (\n    1,\n    2\n)", "f (\n    1,\n    2\n)\n|> Script.show")]
    [InlineData("f \"\"\"a\n  b\"\"\"", "f \"\"\"a\n  b\"\"\"\n|> Script.show")]
    [InlineData("f 1;;", "f 1 |> Script.show;;")]
    // What it would take the last part of.
    [InlineData("1, 2", "(1, 2) |> Script.show")]
    [InlineData("a && b", "(a && b) |> Script.show")]
    [InlineData("fun x -> x", "(fun x -> x) |> Script.show")]
    [InlineData("xs |> fun x -> x", "(xs |> fun x -> x) |> Script.show")]
    [InlineData(
        "if a then\n    b\nelse\n\n    c",
        "(\n    if a then\n        b\n    else\n\n        c\n)\n|> Script.show"
    )]
    // A string's text stays where it is.
    [InlineData(
        "match a with\n| _ ->\n    \"\"\"b\n  c\"\"\"",
        "(\n    match a with\n    | _ ->\n        \"\"\"b\n  c\"\"\"\n)\n|> Script.show"
    )]
    // What has no value by its form, or is no expression.
    [InlineData("for x in xs do\n    f x", "for x in xs do\n    f x")]
    [InlineData("if a then f b", "if a then f b")]
    [InlineData("x <- 1", "x <- 1")]
    [InlineData("f 1\nlet y = 2", "f 1\nlet y = 2")]
    [InlineData("open System.Linq", "open System.Linq")]
    [InlineData("#r \"a.dll\"", "#r \"a.dll\"")]
    public void ACellShowsItsLastValue(string cell, string expected) =>
        Assert.EndsWith($"\n;;\n\n{expected}\n;;\n", Script(cell));

    [Fact]
    public void TextAndMagicsAndOtherLanguagesAreComments()
    {
        Write(
            _work.At("a.ipynb"),
            Markdown("m", "# Title\n\nlet x = 1"),
            Code("c", "// Only said.\n(* And *)"),
            Code("d", "#!csharp\nvar y = \"#!fsharp\";\nvar z = @\"\n#!fsharp\n\";"),
            Code("e", "#!time\nlet a = 1\n#!pwsh\nls\n#!fsharp\na")
        );
        Assert.EndsWith(
            """
            ;;

            // # Title
            //
            // let x = 1

            // Only said.
            (* And *)

            // #!csharp (left as a comment: not F#)
            // var y = "#!fsharp";
            // var z = @"
            // #!fsharp
            // ";

            // #!time
            let a = 1
            // #!pwsh (left as a comment: not F#)
            // ls
            // #!fsharp
            a |> Script.show
            ;;

            """.ReplaceLineEndings("\n"),
            Convert("a.fsx")
        );
    }

    [Fact]
    public void InAnotherFolderItFindsWhatStandsBesideTheNotebook()
    {
        Write(_work.At("a.ipynb"), Code("c", "1"));
        Directory.CreateDirectory(_work.At("other"));
        Assert.Contains("\n#I \"..\"\n", Convert(Path.Combine("other", "a.fsx")));
        Assert.DoesNotContain("#I", Convert("a.fsx"));
    }

    [Fact]
    public void ACellThatCannotBeReadIsRefused()
    {
        Write(_work.At("a.ipynb"), Code("c", "1"), Code("d", "let x =\n  (1"));
        var error = Assert.Throws<BadInputException>(() => Convert("a.fsx"));
        Assert.StartsWith($"{_work.At("a.ipynb")}, cell 2: line 2, column 3: FS0583: ", error.Message);
        Assert.False(File.Exists(_work.At("a.fsx")));
    }

    private string Script(string cell)
    {
        Write(_work.At("a.ipynb"), Code("c", cell));
        return Convert("a.fsx");
    }

    private string Convert(string to)
    {
        Converter.Convert(_work.At("a.ipynb"), _work.At(to));
        return File.ReadAllText(_work.At(to));
    }

    /// <inheritdoc/>
    public void Dispose() => _work.Dispose();
}
