using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Running;
using MetaNotebooks.Notebooks.Site;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using static MetaNotebooks.Notebooks.Tests.NotebookJson;

namespace MetaNotebooks.Notebooks.Tests.Pages;

/// <summary>The pages of types, of a library that this test writes.</summary>
public sealed class ApiPagesTests : IDisposable
{
    private const string Library = """
        namespace Own;

        /// <summary>Finds a <see cref="Deeper.Wombat"/>, <paramref name="x"/> &lt;script&gt;alert(1)&lt;/script&gt;.</summary>
        /// <remarks>Digs <c>a&lt;b</c>. <see href="javascript:alert(2)">here</see> <b onclick="x()">bold</b></remarks>
        /// <param name="Depth">How deep.</param>
        public sealed record Finder(int Depth = 3) : IFind
        {
            /// <inheritdoc/>
            public string Find(string what, double? limit = null) => what;

            /// <summary>Makes one.</summary>
            /// <returns>The finder.</returns>
            public static Finder Create(Deeper.Wombat first, System.Collections.Generic.IReadOnlyList<string> otherAnimals, int most = 10) => new();

            private int Hidden => 1;
        }

        /// <summary>What finds.</summary>
        public interface IFind
        {
            /// <summary>Looks for it.</summary>
            /// <param name="what">The &quot;thing&quot;.</param>
            string Find(string what, double? limit = null);
        }

        internal class Inner;
        """;

    private const string Wombat = """
        namespace Own.Deeper;

        /// <summary>An animal.</summary>
        public enum Wombat
        {
            /// <summary>Asleep.</summary>
            Asleep,
        }
        """;

    private readonly Workspace _work = new();

    [Fact]
    public void SaysWhatALibraryHolds()
    {
        Export("Finder.Create(Wombat.Asleep, [])");
        var page = _work.Page("api.metanotebooks.own");
        // By the folders of the sources.
        Assert.Matches(
            "(?s)<h2 id=\"in:Animals\">Animals</h2>.*id=\"Wombat\".*<h2 id=\"in:Search\">Search</h2>.*id=\"Finder\"",
            page
        );
        Assert.Contains(">src/MetaNotebooks.Own/Search/Finder.cs</a></p>", page);
        Assert.Contains("href=\"../src/MetaNotebooks.Own/Search/Finder.cs\"", page);
        // As C# is written.
        Assert.Contains("sealed record Finder : IFind", Text(page));
        Assert.Contains("Finder(int Depth = 3)", Text(page));
        Assert.Contains("string Find(string what, double? limit = null)", Text(page));
        Assert.Contains(
            "static Finder Create(\n    Wombat first,\n    IReadOnlyList<string> otherAnimals,\n    int most = 10)",
            Text(page)
        );
        Assert.Contains("<p><b>Gives:</b> The finder.</p>", page);
        Assert.Contains("<dt><code>Depth</code></dt><dd>How deep.</dd>", page);
        // Documentation of the interface's method stands with what implements it too.
        Assert.Equal(3, page.Split("Looks for it.").Length);
        foreach (
            var none in (string[])
                ["Hidden", "Inner", "GetHashCode", "Deconstruct", "EqualityContract", "op_Equality"]
        )
            Assert.DoesNotContain(none, page);
        Assert.Contains("<a href=\"api.html\">API</a>", _work.Page("one"));
        Assert.Contains("<dd>An animal.</dd>", _work.Page("api"));
    }

    [Fact]
    public void WhatIsSaidStaysText()
    {
        Export("1");
        var page = _work.Page("api.metanotebooks.own");
        Assert.Contains(
            "Finds a <a href=\"api.metanotebooks.own.html#Wombat\"><code>Wombat</code></a>, <code>x</code> "
                + "&lt;script&gt;alert(1)&lt;/script&gt;.",
            page
        );
        Assert.Contains("Digs <code>a&lt;b</code>. here bold", page);
        Assert.Contains("The &quot;thing&quot;.", page);
        Assert.DoesNotContain("javascript:", page);
        Assert.DoesNotContain("onclick", page);
    }

    [Theory]
    [InlineData("<doc><members><member name=\"T:Own.Finder\"><summary>cut", "broken")]
    [InlineData(
        "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><doc><members>&x;</members></doc>",
        "hostile"
    )]
    public void ABrokenFileSaysNothing(string xml, string kind)
    {
        WriteLibrary();
        File.WriteAllText(Path.Combine(Built, "MetaNotebooks.Own.xml"), xml);
        WriteSite(kind);
        var page = _work.Page("api.metanotebooks.own");
        Assert.Contains("sealed record Finder : IFind", Text(page));
        Assert.DoesNotContain("root:", page);
    }

    [Fact]
    public void NamesInCodeLinkToIt()
    {
        Export(
            "let f = Finder.Create(Wombat.Asleep, [])\nlet Wombat = \"Finder\" // Finder\nFinder 3 |> ignore"
        );
        var page = _work.Page("one");
        const string Finder =
            "<a href=\"api.metanotebooks.own.html#Finder\"><span class=\"t\">Finder</span></a>";
        const string Create =
            "<a href=\"api.metanotebooks.own.html#Finder.Create\"><span class=\"t\">Create</span></a>";
        Assert.Contains($"{Finder}.{Create}(", page);
        Assert.Contains("<a href=\"api.metanotebooks.own.html#Wombat.Asleep\">", page);
        // Neither in a string, nor in a comment, nor a second time in a cell.
        Assert.Single(page.Split(Finder).Skip(1));
    }

    [Fact]
    public void WithoutALibraryThereIsNone()
    {
        WriteSite("1");
        Assert.False(File.Exists(Path.Combine(_work.Site, "api.html")));
        Assert.DoesNotContain("API", _work.Page("one"));
    }

    [Fact]
    public void TheSameLibraryGivesTheSamePages()
    {
        Export("Finder.Create");
        var first = Directory.GetFiles(_work.Site).Order().Select(File.ReadAllText).ToArray();
        WriteSite("Finder.Create");
        Assert.Equal(first, Directory.GetFiles(_work.Site).Order().Select(File.ReadAllText));
    }

    private string Built => _work.At(Path.Combine("artifacts", "bin", "MetaNotebooks.FSharp", "release"));

    private void Export(string code)
    {
        WriteLibrary();
        WriteSite(code);
    }

    private void WriteSite(string code)
    {
        Write(_work.At("one.ipynb"), Markdown("m", "# One"), Code("c", code));
        SiteWriter.Write([new NotebookRun(NotebookReader.Read(_work.At("one.ipynb")))], _work.Site);
    }

    private void WriteLibrary()
    {
        Directory.CreateDirectory(Built);
        var sources = new[] { ("Search/Finder.cs", Library), ("Animals/Wombat.cs", Wombat) }.Select(source =>
        {
            var file = _work.At($"src/MetaNotebooks.Own/{source.Item1}");
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, source.Item2);
            return CSharpSyntaxTree.ParseText(
                source.Item2,
                new CSharpParseOptions(documentationMode: DocumentationMode.Parse),
                file,
                System.Text.Encoding.UTF8
            );
        });
        var runtime = System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory();
        var library = CSharpCompilation.Create(
            "MetaNotebooks.Own",
            sources,
            [
                MetadataReference.CreateFromFile(Path.Combine(runtime, "System.Private.CoreLib.dll")),
                MetadataReference.CreateFromFile(Path.Combine(runtime, "System.Runtime.dll")),
            ],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
        using var file = File.Create(Path.Combine(Built, "MetaNotebooks.Own.dll"));
        using var symbols = File.Create(Path.Combine(Built, "MetaNotebooks.Own.pdb"));
        using var documentation = File.Create(Path.Combine(Built, "MetaNotebooks.Own.xml"));
        var portable = new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb);
        var made = library.Emit(file, symbols, documentation, options: portable);
        Assert.True(made.Success, string.Join('\n', made.Diagnostics));
    }

    private static string Text(string html) =>
        System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(html, "<[^>]*>", ""));

    /// <inheritdoc/>
    public void Dispose() => _work.Dispose();
}
