using System.Text.Json.Nodes;
using static MetaNotebooks.Notebooks.Tests.NotebookJson;

namespace MetaNotebooks.Notebooks.Tests;

/// <summary>One run of two notebooks, which many tests look at.</summary>
public sealed class SemanticsRun : IAsyncLifetime
{
    private readonly Workspace _work = new();
    private Dictionary<string, JsonObject> _cells = [];

    /// <summary>The exit status.</summary>
    public int Status { get; private set; }

    /// <summary>What the terminal showed.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The page of the first notebook.</summary>
    public string Page => _work.Page("first");

    /// <summary>The outputs of a cell of the first notebook.</summary>
    public JsonObject[] Outputs(string id) =>
        [.. _cells[id]["outputs"]!.AsArray().Select(one => one!.AsObject())];

    /// <summary>A cell of the first notebook.</summary>
    public JsonObject Cell(string id) => _cells[id];

    /// <summary>The outputs of a cell of the second notebook.</summary>
    public JsonArray OutputsOfSecond(string id) => _work.Cells("second")[id]["outputs"]!.AsArray();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_work.At("lib"));
        // A library that the runner itself does not hold.
        File.Copy(typeof(Assert).Assembly.Location, _work.At("lib/xunit.v3.assert.dll"));
        File.WriteAllText(_work.At("kit.fsx"), KitScript);
        Write(_work.At("first.ipynb"), FirstCells);
        Write(
            _work.At("second.ipynb"),
            Code("shadow", "let carried = typeof<int>.Name\ncarried"),
            Code("formatted", "type Metre = { Length: float }\n{ Length = 2.0 }")
        );
        (Status, Text) = await Workspace.Invoke("run", _work.Folder, "--out", _work.Site);
        _cells = _work.Cells("first");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _work.Dispose();
        return ValueTask.CompletedTask;
    }

    private const string KitScript = """
        module Kit
        open Microsoft.DotNet.Interactive.FSharp.FSharpKernelHelpers
        let loaded = "from the script"
        let show (text: string) = display text
        """;

    /// <summary>A style sheet with what ends JavaScript's strings.</summary>
    public const string Css = "a::before { content: '`${x}\\\"'; } /* </script> */";

    private const string CssCell = $"CSS \"\"\"{Css} \"\"\"";

    private const string NotMagicCell =
        "let script = \"\"\"\n#!/bin/sh\n#!time\n\"\"\"\n(*\n#!csharp\n*)\nscript.Length";

    private static JsonObject[] FirstCells =>
        [
            Markdown("title", "# Semantics\n\nWhat cells give."),
            Code("int", "1 + 1"),
            Code("string", "\"<script>alert('result')</script>\""),
            Code("binding", "let carried = 40"),
            Code("unit", "ignore carried"),
            Code("carried", "carried + 2"),
            Code(
                "printed",
                "printf \"a\"\nprintfn \"b %d\" 3\nConsole.WriteLine \"<script>alert('out')</script>\""
            ),
            Code("order", "printf \"1\"\neprintf \"2\"\ndisplay \"3\" |> ignore\nprintfn \"4\"\n5"),
            Code("update", "let shown = display \"0 %\"\nfor i in 1 .. 3 do shown.Update(string i)\nshown"),
            Code("later", "shown.Update \"changed later\""),
            Code("warning", "let first xs = match xs with x :: _ -> x\nfirst [ 7 ]"),
            Code("load", "#load \"kit.fsx\"\nKit.loaded"),
            Code("kit-display", "Kit.show \"shown by the script\" |> ignore"),
            Code(
                "reference",
                "#r \"lib/xunit.v3.assert.dll\"\nXunit.Assert.Equal(3, [ 1; 2; 3 ].Length)\n\"referenced\""
            ),
            Code("html", "HTML \"<b>bold</b>\""),
            Code("javascript", "Javascript \"window.ran = true\""),
            Code(
                "register",
                """
                type Metre = { Length: float }
                Formatter.Register<Metre>((fun (m: Metre) -> $"<i>{m.Length} m</i>"), mimeType = "text/html")
                { Length = 2.5 }
                """
            ),
            Code(
                "convention",
                """
                type TypeFormatterSourceAttribute(source: Type) =
                    inherit Attribute()
                    member _.FormatterSourceType = source
                    member val PreferredMimeTypes: string[] = [||] with get, set
                type PointFormatter() =
                    member _.MimeType = "text/html"
                    member _.Format(instance: obj, writer: TextWriter) = writer.Write("<u>point</u>"); true
                type PointSource() =
                    member _.CreateTypeFormatters() = [| PointFormatter() :> obj |] :> seq<obj>
                [<TypeFormatterSource(typeof<PointSource>, PreferredMimeTypes = [| "text/html" |])>]
                type Point() = class end
                Point()
                """
            ),
            Code("mime", "display(\"x <- 1\", \"text/plain\", \"text/html\") |> ignore"),
            Code("culture", "(1234.5).ToString \"N1\" + \" \" + DateTime(2020, 2, 1).ToString \"d\""),
            Code("magic", "#!fsharp\n__LINE__"),
            Code("prose", "#!markdown\n## Written in a code cell"),
            Code("input", "isNull (Console.ReadLine())"),
            Code("chinese", "printfn \"元学习 😀\""),
            Code("thread", "System.Threading.Thread(fun () -> System.Threading.Thread.Sleep 60000).Start()"),
            Code(
                "taken",
                "for take in [ Console.SetOut; Console.SetError ] do take (new StringWriter())\n"
                    + "Console.SetIn(new StringReader \"hidden\")\nprintfn \"hidden\""
            ),
            Code("given-back", "printfn \"shown\"\neprintfn \"too\"\nisNull (Console.ReadLine())"),
            Code("css", CssCell),
            Code("not-magic", NotMagicCell),
            Code("opened", "Path.Combine(\"a\", \"b\") + StringBuilder(\"c\").ToString()"),
        ];
}
