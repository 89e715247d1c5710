using System.Net;
using System.Text.RegularExpressions;
using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Site;

namespace MetaNotebooks.Notebooks.Tests.Pages;

/// <summary>F# code in a page.</summary>
public sealed partial class FSharpHighlighterTests
{
    [Theory]
    [InlineData("let x = 1", "<span class=\"k\">let</span> x = <span class=\"n\">1</span>")]
    [InlineData("\"a // b\"", "<span class=\"s\">&quot;a // b&quot;</span>")]
    [InlineData(
        "\"\"\"a \"b\" c\"\"\"",
        "<span class=\"s\">&quot;&quot;&quot;a &quot;b&quot; c&quot;&quot;&quot;</span>"
    )]
    [InlineData("@\"a\\\" 1", "<span class=\"s\">@&quot;a\\&quot;</span> <span class=\"n\">1</span>")]
    [InlineData("x // let", "x <span class=\"c\">// let</span>")]
    [InlineData("(* let *) y", "<span class=\"c\">(* let *)</span> y")]
    [InlineData("(*) 2", "(*) <span class=\"n\">2</span>")]
    [InlineData("List<'a>", "<span class=\"t\">List</span>&lt;&#39;a&gt;")]
    [InlineData("'c' 'a", "<span class=\"s\">&#39;c&#39;</span> &#39;a")]
    [InlineData("let! v' = f", "<span class=\"k\">let!</span> v&#39; = f")]
    [InlineData("[0..9]", "[<span class=\"n\">0</span>..<span class=\"n\">9</span>]")]
    [InlineData("1e-3f x1", "<span class=\"n\">1e-3f</span> x1")]
    [InlineData(
        "#load \"k.fsx\"",
        "<span class=\"k\">#load</span> <span class=\"s\">&quot;k.fsx&quot;</span>"
    )]
    [InlineData(
        "\"let\n(* a\" (* b\n(* *) d *) 1",
        "<span class=\"s\">&quot;let</span>\n<span class=\"s\">(* a&quot;</span> "
            + "<span class=\"c\">(* b</span>\n<span class=\"c\">(* *) d *)</span> <span class=\"n\">1</span>"
    )]
    [InlineData(
        "$\"{x:f3} a\" + 1",
        "<span class=\"s\">$&quot;{</span>x:f3<span class=\"s\">} a&quot;</span> + <span class=\"n\">1</span>"
    )]
    [InlineData(
        "#if INTERACTIVE\nnull\n#else\nnull\n#endif",
        "<span class=\"k\">#if</span> <span class=\"t\">INTERACTIVE</span>\n<span class=\"k\">null</span>\n"
            + "<span class=\"k\">#else</span>\nnull\n<span class=\"k\">#endif</span>"
    )]
    [InlineData("f |> g <- x -> y", "f |&gt; g &lt;- x -&gt; y")]
    [InlineData("``let x`` y``", "``let x`` y``")]
    public void MarksTheParts(string code, string html) => Assert.Equal(html, FSharpHighlighter.ToHtml(code));

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\r\n \t\f\v")]
    [InlineData("let s = \"<script>\" in s |> printf \"%s & %d\" // <b>")]
    [InlineData("\"unclosed <b>")]
    [InlineData("(* unclosed <b>\n(* twice")]
    [InlineData("$\"{x:F2} <i>\" '\"' \"\\\"\"")]
    [InlineData("$$\"\"\"{{x:F3}} {y} {{ \"z\" }} } }} \"\"\" $@\"{a}\"\"{b\n}\" {{ }}")]
    [InlineData(
        "  #r \"nuget: X, 1.0\"\n#load @\"a\\b\"\n#time\n#nowarn \"40\"\n#nope\n# 1 \"f\"\n#line 99999999999"
    )]
    [InlineData("#if A\nlet x = \"\n#else\n#endif\n#endif\n#!fsharp\n#!meta")]
    [InlineData("a <@ b @> c <@@ d @@> .. ... ..^ >>= <|> !% ~~~ ?<- :?> :=: -> <- |] |} >]")]
    [InlineData("0x 0xG 1e 1e+ 1_ 99999999999999999999 1.2.3 5.. ..5 0b2 1I 2m 'a 'ab' '\\' '\\u00' \"\\x\"")]
    [InlineData("é 日本 x\U0001F600y \U0001F600 a\u0301 \u200b\ufeff\u0000\u0001 let \u2028 let")]
    [InlineData("`` ` ``a`` @ @@ $ $$ $@ @$ \\ § ¬ “let” # ## #")]
    public void KeepsEveryCharacter(string code) =>
        Assert.All(
            Enumerable.Range(0, code.Length + 1),
            at =>
            {
                Keeps(code[..at]);
                Keeps(code[at..]);
            }
        );

    [Fact]
    public void KeepsEveryCharacterWhateverStandsBesideWhat()
    {
        string[] parts =
        [
            .. "\" \"\"\" $\" $$\"\"\" @\" { }} {{ : ; (* *) // ' ``".Split(' '),
            .. "# #if #else #endif #r let 0. .. 1e \\ \\\" < & ) \ud83d é \0 \r".Split(' '),
            " ",
            "\n",
        ];
        var random = new Random(1);
        for (var i = 0; i < 5000; i++)
            Keeps(string.Concat(random.GetItems(parts, 12)));
    }

    [Fact]
    public void KeepsEveryCharacterOfTheKitsNotebooks()
    {
        var cells = Directory
            .GetFiles(KitRoot.At("notebooks"), "*.ipynb")
            .SelectMany(path => NotebookReader.Read(path).Code)
            .ToList();
        Assert.NotEmpty(cells);
        Assert.All(cells, cell => Keeps(cell.Text));
    }

    private static void Keeps(string code)
    {
        var text = Span().Replace(FSharpHighlighter.ToHtml(code), "");
        Assert.Equal(code, WebUtility.HtmlDecode(text));
        Assert.DoesNotContain("<", text);
    }

    [GeneratedRegex("</?span[^>]*>")]
    private static partial Regex Span();
}
