using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Jupyter.Evaluation;

namespace MetaNotebooks.Notebooks.Jupyter;

/// <summary>Lines that look like magic commands are commands only where code stands.</summary>
public sealed class MagicLinesTests
{
    private const string Quotes = "\"\"\"";

    // What opens before a line, and closes after it.
    private static readonly (string Before, string After)[] FSharp =
    [
        ("let a = \"", "\""),
        ("let a = \"it's \\\" ", "\""),
        ("let a = @\"C:\\", "\""),
        ($"let a = {Quotes}", Quotes),
        ($"let a = {Quotes} \" (* ", Quotes),
        ($"let a = $\"{{1}}", "\""),
        ($"let a = ${Quotes}{{1}} ", $"{{2}}{Quotes}"),
        ($"let a = $${Quotes}{{{{1}}}} ", Quotes),
        ("(* ", "*)"),
        ("(* (* *) \" *) \"", "*)"),
        ("let a = 1 (* ", "*)"),
        ("#if NOT_DEFINED", "#endif"),
    ];

    private static readonly (string Before, string After)[] CSharp =
    [
        ("var a = @\"C:\\", "\";"),
        ("var a = @\"\"\"", "\";"),
        ($"var a = {Quotes}", $"{Quotes};"),
        ($"var a = {Quotes}{Quotes[..1]}", $"{Quotes}{Quotes[..1]};"),
        ("var a = $@\"{1}", "\";"),
        ($"var a = ${Quotes}", $"{{1}}\n{Quotes};"),
        ($"var a = $${Quotes}\n{{{{1}}}}", $"{Quotes};"),
        ("/* ' ", "*/"),
        ("/** ", "*/ class A { }"),
        ("#if NOT_DEFINED", "#endif"),
    ];

    // Code after which a line is code again.
    private static readonly string[] Closed =
    [
        "let a = 'b' // it's \"",
        "let a = \"\\\\\"",
        "let a = @\"\\\"",
        $"let a = {Quotes}\" {Quotes}",
        "let a = '\"'",
        "let a = '\"', '\\\"' // (*",
        "let f' x' = x' (* \"*)\" *)",
        "let inline (~%) x = x\nlet b = (*) 1 2",
        "let a = $\"{1}{{\" ",
        "type A<'T> = B of 'T",
    ];

    private static readonly string[] ClosedCSharp =
    [
        "var a = 'b'; // it's \"",
        "var a = \"\\\\\";",
        "var a = @\"\\\";",
        $"var a = {Quotes}\"\" a{Quotes};",
        "var a = '\"'; // /*",
        "var a = $\"{1}{{\";",
    ];

    [Theory]
    [InlineData("#!time")]
    [InlineData("#!markdown")]
    [InlineData("#!bin/sh")]
    [InlineData("#time \"on\"")]
    public void In_strings_and_comments_they_are_text(string line)
    {
        Assert.All(
            FSharp,
            around =>
            {
                var cell = $"{around.Before}\n{line}\n{around.After}\nlet b = 2\n";
                Assert.Equal(
                    cell,
                    Assert.IsType<FSharpStep>(Assert.Single(Magics.Parse(cell))).Code.TrimEnd('\n') + "\n"
                );
                Assert.Equal(cell, Magics.Replace(cell, "#!", _ => "replaced"));
                var lines = cell.Split('\n');
                Assert.Equal(lines.Length, FSharpLines.Find(lines, 0, one => one == line));
            }
        );
        Assert.All(
            CSharp,
            around =>
            {
                var cell = $"#!csharp\n{around.Before}\n{line}\n{around.After}\nvar b = 2;\n";
                var code = Assert.IsType<CSharpStep>(Assert.Single(Magics.Parse(cell))).Code;
                Assert.Equal(cell["#!csharp".Length..], code.TrimEnd('\n') + "\n");
            }
        );
    }

    [Fact]
    public void Where_code_stands_they_are_commands()
    {
        Assert.All(
            Closed.Concat(FSharp.Select(around => $"{around.Before}\n{around.After}")),
            code => Assert.Equal(3, Magics.Parse($"{code}\n#!time\nlet last = 1").Count)
        );
        Assert.All(
            ClosedCSharp.Concat(CSharp.Select(around => $"{around.Before}\n{around.After}")),
            code => Assert.Equal(3, Magics.Parse($"#!csharp\n{code}\n#!time\nvar last = 1;").Count)
        );
    }

    [Fact]
    public void Each_part_is_read_in_its_own_language()
    {
        const string Cell = """
            #!markdown
            It's "open here, (* and here
            #!time
            #!csharp
            var a = 'x'; // don't
            #!fsharp
            let a = 'x' // don't
            #!time
            """;
        Assert.Equal(
            [typeof(MarkdownStep), typeof(CSharpStep), typeof(FSharpStep), typeof(TimeStep)],
            Magics.Parse(Cell).Select(step => step.GetType())
        );
    }

    [Fact]
    public void A_script_of_another_program_is_no_command() =>
        Assert.IsType<FSharpStep>(Assert.Single(Magics.Parse("#!/bin/sh\nlet a = 1")));
}
