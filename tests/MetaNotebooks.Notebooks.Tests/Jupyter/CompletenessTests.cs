using System.Text.Json.Nodes;

namespace MetaNotebooks.Notebooks.Jupyter;

/// <summary>What a console asks at each Enter: is the cell to run, or is there more to come?</summary>
public sealed class CompletenessTests(KernelProcess kernel) : IClassFixture<KernelProcess>
{
    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("1 + 1")]
    [InlineData("let x = 1")]
    [InlineData("let f x =\n    x + 1")]
    [InlineData("let x = 1;;")]
    [InlineData("// a comment")]
    [InlineData("\"a ( [ {\"")]
    [InlineData("\"\"\"a \"quoted\" word\"\"\"")]
    [InlineData("let x' = 'a'")]
    [InlineData("#load \"kit.fsx\"\nopen MetaNotebooks")]
    [InlineData("#r \"nuget: Deedle\"")]
    [InlineData("match 1 with\n| 1 -> 2\n| _ -> 3")]
    [InlineData("#!csharp\nvar x = new[] { 1 };")]
    [InlineData("#!csharp\n1 + 1")]
    [InlineData("#!markdown\nwords (in brackets")]
    [InlineData("#!time\n1")]
    [InlineData("unbound + 1")]
    [InlineData("for i in 1..3 do\n    printfn \"%d\" i")]
    [InlineData("type Point = { X: int }")]
    public void Runs_as_it_stands(string code) => Is("complete", code);

    [Theory]
    [InlineData("let s = \"\"\"abc")]
    [InlineData("let s = \"abc")]
    [InlineData("let s = $\"\"\"abc {1")]
    [InlineData("(* a (* nested *) comment")]
    [InlineData("let x =")]
    [InlineData("let x = // more below")]
    [InlineData("let x = 1\nlet y =")]
    [InlineData("(1")]
    [InlineData("[ 1\n  2")]
    [InlineData("1 +")]
    [InlineData("match x with")]
    [InlineData("match x with\n| 1 ->")]
    [InlineData("if true then")]
    [InlineData("if true then\n    1\nelse")]
    [InlineData("try\n    1\nwith")]
    [InlineData("for i in 1..3 do")]
    [InlineData("List.map (fun x ->")]
    [InlineData("async {\n    let! x = y")]
    [InlineData("type T =")]
    [InlineData("let f x =\n    let y = 1")]
    [InlineData("#!time\nlet x =")]
    [InlineData("#!csharp\nvar x = new[] {")]
    [InlineData("#!csharp\nint Twice(int x)\n{")]
    public void Has_more_to_come(string code) => Is("incomplete", code);

    [Theory]
    [InlineData("let = 7q")]
    [InlineData("let x = 7q")]
    [InlineData("let = 1\n(2")]
    [InlineData("1 )")]
    [InlineData("(1]")]
    [InlineData("let let x = 1")]
    [InlineData("let x =\nlet y = 1")]
    [InlineData("let f x =\n    let y = 1\nlet g = 2")]
    [InlineData("if true\nlet y = 1")]
    [InlineData("#!csharp\nvar x = 1 );")]
    [InlineData("#!nothing of this name")]
    [InlineData("let x =\n#!csharp\n1")]
    public void No_end_would_mend_it(string code) => Is("invalid", code);

    [Fact]
    public void The_next_line_of_what_is_incomplete_is_indented()
    {
        using var client = kernel.Connect();
        Assert.Equal("    ", (string?)Ask(client, "let x =")["indent"]);
        Assert.Null(Ask(client, "let x = 1")["indent"]);
    }

    // It is a question about the text; what the text says is not done.
    [Fact]
    public void Nothing_is_run()
    {
        using var client = kernel.Connect();
        Ask(client, "let asked = 1");
        Assert.Equal("error", (string?)client.Execute("asked").Reply["status"]);
    }

    private void Is(string expected, string code)
    {
        using var client = kernel.Connect();
        Assert.Equal(expected, (string?)Ask(client, code)["status"]);
    }

    private static JsonObject Ask(Client client, string code) =>
        client.Ask(client.Shell, "is_complete_request", new JsonObject { ["code"] = code });
}
