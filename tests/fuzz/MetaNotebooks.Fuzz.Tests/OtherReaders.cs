using System.Text;
using System.Text.Json.Nodes;
using MetaNotebooks.Cli;
using MetaNotebooks.Notebooks.Tests;
using Spectre.Console;

namespace MetaNotebooks.Fuzz;

/// <summary>The readers outside of the core: notebooks, arguments.</summary>
internal static class OtherReaders
{
    /// <summary>What <c>export</c> does with a notebook: reading, all pages, the file's text.</summary>
    public static FileReader NotebookFile { get; } = Notebook();

    private static FileReader Notebook()
    {
        var markdown = NotebookJson.Markdown(
            "text",
            "# Title\n\nWords, $x^2$, `code`, [a link](other.ipynb#part), ![an image](a.png)\n\n"
                + "| a | b |\n|---|---|\n| 1 | 2 |\n\n```mermaid\ngraph LR\n```\n\n> quoted\n\n- [ ] item[^1]\n\n[^1]: note"
        );
        var code = NotebookJson.Code(
            "code",
            "#!fsharp\nlet x = \"text\" // comment\nx",
            JsonNode.Parse("""{"output_type":"stream","name":"stdout","text":["a\n","b"]}""")!.AsObject(),
            JsonNode
                .Parse("""{"output_type":"error","ename":"E","evalue":"v","traceback":["t\n","u"]}""")!
                .AsObject(),
            NotebookJson.Output("text/html", "<b>1</b>"),
            NotebookJson.Output("text/latex", "$x$"),
            NotebookJson.Output("image/png", "AAAA"),
            NotebookJson.Output("text/plain", "[1, 2]"),
            JsonNode
                .Parse(
                    """{"output_type":"display_data","data":{"application/json":{"a":[1]}},"metadata":{"width":4}}"""
                )!
                .AsObject()
        );
        code["execution_count"] = 3;
        var whole = NotebookJson.Notebook(markdown, code, NotebookJson.Code("idle", "1")).ToJsonString();
        return new(
            "notebook",
            ".ipynb",
            Encoding.UTF8.GetBytes(whole),
            random =>
                random.Next(4) == 0
                    ? Encoding.UTF8.GetBytes(Hostile(random))
                    : Mutation.Either(random, whole, "[1, 2]", "[null]", "{\"text/html\": 5}"),
            Export,
            error => (error as RefusedException)?.Message
        );
    }

    // Markdown that is nested too deeply, or that leads where it must not.
    private static string Hostile(Random random)
    {
        string[] texts =
        [
            $"{new string('>', 3000)} deep",
            new string('[', 3000),
            string.Concat(Enumerable.Repeat("- ", 500)),
            $"{new string('*', 3000)}a",
            new string('$', 2001),
            new string('`', 3000),
            string.Concat(Enumerable.Repeat("a|", 3000)),
            "![](%00.png)",
            "[x](%00)",
            "![](../../../../etc/hostname.png)",
            "[y](//%ff)",
            "![](javascript:alert(1))",
            "<script>alert(1)</script>",
            "# What the document says, and what was measured\n\n| a |\n|---|\n| D0.1 |",
            "```mermaid\n</pre><script>",
            "[^1]\n\n[^1]: [^1]",
        ];
        var chosen = Enumerable.Range(0, random.Next(1, 4)).Select(_ => texts[random.Next(texts.Length)]);
        return NotebookJson.Notebook(NotebookJson.Markdown("m", string.Join("\n\n", chosen))).ToJsonString();
    }

    private static void Export(string path)
    {
        var site = Directory.CreateTempSubdirectory("fuzz-site-").FullName;
        try
        {
            Invoke("export", path, "--out", site);
        }
        finally
        {
            Directory.Delete(site, recursive: true);
        }
    }

    /// <summary>The command line, its arguments in a file, a line each; none of them can start a notebook.</summary>
    public static FileReader Arguments { get; } =
        new(
            "arguments",
            ".missing",
            Encoding.UTF8.GetBytes("--help"),
            random => Encoding.UTF8.GetBytes(string.Join('\n', Words(random))),
            path =>
            {
                var words = File.ReadAllText(path).Split('\n');
                // Right after the verb, so that it is a notebook to run, which is none.
                Invoke([words[0], path, .. words[1..]]);
            },
            error => (error as RefusedException)?.Message
        )
        {
            NamesFile = false,
        };

    private static IEnumerable<string> Words(Random random)
    {
        string[] verbs = ["run", "check", "export", "ru", "Run", ""];
        string[] words =
        [
            "--out",
            "--jobs",
            "--tolerance",
            "--store",
            "--cell-timeout",
            "--timeout",
            "--memory",
            "--help",
            "--version",
            "--",
            "-",
            "",
            "@missing",
            "@",
            "[diagram]",
            "[suggest:3]",
            "--out=",
            "--jobs=",
            "--jobs=99999999999",
            "-1",
            "0",
            "1e308",
            "NaN",
            "∞",
            "\0",
            "\ud800",
            new string('a', 5000),
            "../../../..",
            "/dev/null",
            "/proc/self/mem",
            "x.ipynb",
        ];
        yield return verbs[random.Next(verbs.Length)];
        for (var more = random.Next(1, 8); more > 0; more--)
        {
            var word = words[random.Next(words.Length)];
            yield return random.Next(4) > 0 || word.Length == 0
                ? word
                : Encoding
                    .Latin1.GetString(Mutation.Bytes(random, Encoding.Latin1.GetBytes(word)))
                    .Replace("\n", "");
        }
    }

    // Exit status 0, or 2 with what is wrong; whatever else is not this program's own answer.
    private static void Invoke(params string[] arguments)
    {
        var text = new StringWriter();
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text), Interactive = InteractionSupport.No }
        );
        var status = CommandLine.Invoke(arguments, console, text).GetAwaiter().GetResult();
        if (status == 2)
            throw new RefusedException(text.ToString());
        if (status != 0)
            throw new InvalidOperationException($"exit status {status}: {text}");
    }

    /// <summary>The program said that its input is bad.</summary>
    private sealed class RefusedException(string message) : Exception(message);
}
