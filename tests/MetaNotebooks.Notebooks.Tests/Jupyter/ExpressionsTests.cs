using System.Text.Json.Nodes;

namespace MetaNotebooks.Notebooks.Jupyter;

/// <summary>What clients ask with <c>user_expressions</c>.</summary>
public sealed class ExpressionsTests(KernelProcess kernel) : IClassFixture<KernelProcess>
{
    [Fact]
    public void Each_is_evaluated_after_the_cell()
    {
        using var client = kernel.Connect().Hear();
        var (reply, _) = Execute(
            client,
            "let fresh = 20",
            new()
            {
                ["double"] = "fresh * 2 + 2",
                ["word"] = "\"\u03bb \" + string fresh",
                ["html"] = "HTML \"<b>one</b>\"",
                ["unit"] = "()",
            }
        );
        Assert.Equal("ok", (string?)reply["status"]);
        var answers = reply["user_expressions"]!.AsObject();
        Assert.Equal(["double", "word", "html", "unit"], answers.Select(answer => answer.Key));
        Assert.All(answers, answer => Assert.Equal("ok", (string?)answer.Value!["status"]));
        Assert.Equal("42", (string?)answers["double"]!["data"]!["text/plain"]);
        Assert.Equal("\u03bb 20", (string?)answers["word"]!["data"]!["text/plain"]);
        Assert.Equal("<b>one</b>", (string?)answers["html"]!["data"]!["text/html"]);
        Assert.Equal("()", (string?)answers["unit"]!["data"]!["text/plain"]);
        Assert.All(answers, answer => Assert.Empty(answer.Value!["metadata"]!.AsObject()));
    }

    [Fact]
    public void An_error_is_its_own_and_not_the_cells()
    {
        using var client = kernel.Connect().Hear();
        var (reply, published) = Execute(
            client,
            "1",
            new()
            {
                ["unknown"] = "nothing_of_this_name",
                ["throws"] = "(failwith \"on purpose\" : int)",
                ["number"] = 7,
                ["empty"] = "",
                ["good"] = "1 + 1",
            }
        );
        Assert.Equal("ok", (string?)reply["status"]);
        Assert.DoesNotContain(published, message => message.Type == "error");
        var answers = reply["user_expressions"]!;
        foreach (var name in (string[])["unknown", "throws", "number", "empty"])
        {
            Assert.Equal("error", (string?)answers[name]!["status"]);
            Assert.NotEmpty((string)answers[name]!["ename"]!);
            Assert.NotNull(answers[name]!["traceback"]);
        }
        Assert.Contains("nothing_of_this_name", (string?)answers["unknown"]!["evalue"]);
        Assert.Equal("on purpose", (string?)answers["throws"]!["evalue"]);
        Assert.Equal("2", (string?)answers["good"]!["data"]!["text/plain"]);
    }

    [Fact]
    public void Under_a_cell_that_fails_none_is_evaluated()
    {
        using var client = kernel.Connect().Hear();
        client.Execute("let mutable asked = 0\nlet ask () =\n    asked <- asked + 1\n    asked");
        var (reply, _) = Execute(client, "(failwith \"on purpose\" : int)", new() { ["asked"] = "ask ()" });
        Assert.Equal("error", (string?)reply["status"]);
        Assert.Null(reply["user_expressions"]);
        (reply, _) = Execute(client, "", new() { ["asked"] = "ask ()" });
        Assert.Equal("1", (string?)reply["user_expressions"]!["asked"]!["data"]!["text/plain"]);
    }

    [Fact]
    public void What_they_print_is_the_cells_and_comes_before_the_reply()
    {
        using var client = kernel.Connect().Hear();
        var (reply, published) = Execute(client, "7", new() { ["loud"] = "printf \"loud\"; 1" });
        Assert.Equal("1", (string?)reply["user_expressions"]!["loud"]!["data"]!["text/plain"]);
        Assert.Equal(
            ["status", "execute_input", "execute_result", "stream", "status"],
            published.Select(message => message.Type)
        );
        Assert.Equal("loud", (string?)published[3].Content["text"]);
    }

    [Fact]
    public void An_endless_one_is_interrupted()
    {
        using var client = kernel.Connect().Hear();
        var cell = Start(
            client,
            "",
            new() { ["endless"] = "printf \"on\"; (while true do ()); 1", ["next"] = "2" }
        );
        while (client.Next(client.IoPub, cell).Type != "stream") { }
        client.Ask(client.Control, "interrupt_request");
        var (reply, _) = client.Finish(cell);
        Assert.Equal("Interrupted", (string?)reply["user_expressions"]!["endless"]!["ename"]);
        Assert.Equal("ok", (string?)client.Execute("1").Reply["status"]);
    }

    // Magics, times and bindings are a cell's.
    [Fact]
    public void They_are_no_cells()
    {
        using var client = kernel.Connect().Hear();
        client.Execute("#time \"on\"");
        var (reply, published) = Execute(
            client,
            "",
            new()
            {
                ["sum"] = "1 + 1",
                ["declaration"] = "let bound = 1",
                ["magic"] = "#!whos",
            }
        );
        client.Execute("#time \"off\"");
        Assert.Equal("error", (string?)reply["user_expressions"]!["magic"]!["status"]);
        Assert.Equal("error", (string?)reply["user_expressions"]!["declaration"]!["status"]);
        Assert.Single(published, message => message.Type == "display_data");
        Assert.Equal("error", (string?)client.Execute("bound").Reply["status"]);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{}")]
    public void Where_there_are_none_there_is_no_answer(string asked)
    {
        using var client = kernel.Connect().Hear();
        var content = new JsonObject { ["code"] = "1", ["user_expressions"] = JsonNode.Parse(asked) };
        var (reply, _) = client.Finish(client.Send(client.Shell, "execute_request", content));
        Assert.Equal("ok", (string?)reply["status"]);
        Assert.Empty(reply["user_expressions"]!.AsObject());
    }

    private static string Start(Client client, string code, JsonObject expressions) =>
        client.Send(
            client.Shell,
            "execute_request",
            new JsonObject { ["code"] = code, ["user_expressions"] = expressions }
        );

    private static (JsonObject Reply, IReadOnlyList<Protocol.Message> Published) Execute(
        Client client,
        string code,
        JsonObject expressions
    ) => client.Finish(Start(client, code, expressions));
}
