using System.Text.Json.Nodes;

namespace MetaNotebooks.Notebooks.Jupyter;

/// <summary>Lines that begin with <c>#!</c>, and <c>#time</c>.</summary>
public sealed class MagicTests(KernelProcess kernel) : IClassFixture<KernelProcess>
{
    [Fact]
    public void Values_go_from_one_language_to_the_other()
    {
        Assert.Equal("ok", Status("let numbers = [| 1.0; 2.0; 3.5 |]\nlet names = dict [ \"a\", 1 ]"));
        Assert.Equal(
            "6.5",
            Result(
                """
                #!csharp
                #!share --from fsharp numbers
                #!share --from fsharp names --as found
                var sum = numbers.Sum();
                record Point(int X);
                sum + found.Count - new Point(1).X
                """
            )
        );
        Assert.Equal(
            "13",
            Result("#!share --from csharp sum\n#!set --name twice --value @csharp:sum\nsum + twice")
        );
        Assert.Equal("a b", Result("#!set --name words --value \"a b\"\nwords"));
    }

    [Theory]
    [InlineData("let x = 1\n#!powershell\nls", "unknown magic command '#!powershell'")]
    [InlineData("#!share --from fsharp", "expected #!share --from LANGUAGE NAME")]
    [InlineData("#!csharp\n#!share --from fsharp nothing_of_this_name", "no value 'nothing_of_this_name'")]
    [InlineData("#!share --from python x", "language 'python'")]
    [InlineData("#!import nowhere.ipynb", "no such file")]
    [InlineData("#!csharp\n\nint x = \"text\";", "line 3, column 9: CS0029")]
    [InlineData("#!csharp\nthrow new Exception(\"on purpose\");", "on purpose")]
    public void What_is_wrong_is_named(string code, string words)
    {
        using var client = kernel.Connect().Hear();
        var (reply, _) = client.Execute(code);
        Assert.Equal("error", (string?)reply["status"]);
        Assert.Contains(words, (string?)reply["evalue"]);
    }

    [Fact]
    public void Times_are_shown_when_asked_for()
    {
        Assert.Contains("Wall time", Displayed("#!time\nlet a = 1"));
        Assert.Contains("Wall time", Displayed("#time\nlet b = 1"));
        Assert.Contains("Wall time", Displayed("let c = 1"));
        Assert.DoesNotContain("Wall time", Displayed("#time \"off\"\nlet d = 1"));
    }

    [Fact]
    public void Text_and_names_are_shown()
    {
        Assert.Contains("*text*", Displayed("#!markdown\nSome *text*\n#!time is no magic here"));
        Assert.Contains("seen", Displayed("let seen = 1\n#!whos"));
    }

    [Fact]
    public void An_interrupt_stops_csharp_too()
    {
        using var client = kernel.Connect().Hear();
        var cell = client.Start("#!csharp\nConsole.WriteLine(\"started\");\nwhile (true) { }");
        while (client.Next(client.IoPub, cell).Type != "stream") { }
        client.Ask(client.Control, "interrupt_request");
        Assert.Equal("Interrupted", (string?)client.Finish(cell).Reply["ename"]);
    }

    private string? Status(string code)
    {
        using var client = kernel.Connect().Hear();
        return (string?)client.Execute(code).Reply["status"];
    }

    private string? Result(string code)
    {
        using var client = kernel.Connect().Hear();
        var (reply, published) = client.Execute(code);
        Assert.True((string?)reply["status"] == "ok", reply.ToJsonString());
        return (string?)
            Assert.Single(published, message => message.Type == "execute_result").Content["data"]![
                "text/plain"
            ];
    }

    private string Displayed(string code)
    {
        using var client = kernel.Connect().Hear();
        var shown = client.Execute(code).Published.Where(message => message.Type == "display_data");
        return string.Concat(shown.Select(message => ((JsonObject)message.Content).ToJsonString()));
    }
}
