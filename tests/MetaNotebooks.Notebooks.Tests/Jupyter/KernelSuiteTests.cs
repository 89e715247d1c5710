using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Jupyter.Protocol;

namespace MetaNotebooks.Notebooks.Jupyter;

/// <summary>
/// The cases of Jupyter's own suite for kernels, <c>jupyter_kernel_test</c>, with samples in F#; its cases of
/// <c>is_complete</c> stand in <see cref="CompletenessTests"/>.
/// </summary>
public sealed class KernelSuiteTests(KernelProcess kernel) : IClassFixture<KernelProcess>
{
    private static readonly string[] HeaderFields =
    [
        "msg_id",
        "msg_type",
        "username",
        "session",
        "date",
        "version",
    ];

    [Theory]
    [InlineData("printfn \"hello, world\"", "stdout", "hello, world\n")]
    [InlineData("eprintfn \"test\"", "stderr", "test\n")]
    public void Text_goes_to_its_stream(string code, string stream, string text)
    {
        using var client = kernel.Connect().Hear();
        var message = Assert.Single(Execute(client, code));
        Assert.Equal("stream", message.Type);
        Assert.Equal(stream, (string?)message.Content["name"]);
        Assert.Equal(text, (string?)message.Content["text"]);
    }

    [Theory]
    [InlineData("1 + 2 + 3", "6")]
    [InlineData("\"text\"", "text")]
    [InlineData("2.5", "2.5")]
    [InlineData("true", "True")]
    public void A_result_has_a_plain_text(string code, string text)
    {
        using var client = kernel.Connect().Hear();
        var message = Assert.Single(Execute(client, code));
        Assert.Equal("execute_result", message.Type);
        Assert.Equal(text, (string?)message.Content["data"]!["text/plain"]);
        Assert.NotNull(message.Content["metadata"]);
        Assert.NotNull(message.Content["execution_count"]);
    }

    [Theory]
    [InlineData("HTML \"<b>one</b>\"")]
    [InlineData("[ 1; 2 ]")]
    [InlineData("Some 1")]
    [InlineData("{| A = 1 |}")]
    public void What_is_drawn_has_a_plain_text_too(string code)
    {
        using var client = kernel.Connect().Hear();
        var message = Assert.Single(Execute(client, code));
        Assert.NotEmpty((string)message.Content["data"]!["text/plain"]!);
    }

    [Fact]
    public void An_error_is_told_once()
    {
        using var client = kernel.Connect().Hear();
        var (reply, published) = client.Execute("(failwith \"on purpose\" : int)");
        Assert.Equal("error", (string?)reply["status"]);
        var message = Assert.Single(Outputs(published));
        Assert.Equal("error", message.Type);
        foreach (var field in (string[])["ename", "evalue", "traceback"])
        {
            Assert.NotNull(reply[field]);
            Assert.Equal(reply[field]!.ToJsonString(), message.Content[field]!.ToJsonString());
        }
        Assert.Equal("on purpose", (string?)reply["evalue"]);
    }

    [Fact]
    public void A_display_comes_in_its_form()
    {
        using var client = kernel.Connect().Hear();
        var message = Execute(client, "display (HTML \"<b>one</b>\")")[0];
        Assert.Equal("display_data", message.Type);
        Assert.Equal("<b>one</b>", (string?)message.Content["data"]!["text/html"]);
        Assert.NotEmpty((string)message.Content["data"]!["text/plain"]!);
    }

    [Fact]
    public void A_name_is_completed_by_those_that_fit_and_no_other()
    {
        using var client = kernel.Connect();
        var reply = client.Ask(
            client.Shell,
            "complete_request",
            new JsonObject { ["code"] = "System.Math.Sqr", ["cursor_pos"] = 15 }
        );
        Assert.Equal("""["Sqrt"]""", reply["matches"]!.ToJsonString());
        Assert.Equal((12, 15), ((int)reply["cursor_start"]!, (int)reply["cursor_end"]!));
    }

    [Fact]
    public void A_name_is_inspected()
    {
        using var client = kernel.Connect();
        var reply = client.Ask(
            client.Shell,
            "inspect_request",
            new JsonObject
            {
                ["code"] = "List.map",
                ["cursor_pos"] = 8,
                ["detail_level"] = 0,
            }
        );
        Assert.Equal("ok", (string?)reply["status"]);
        Assert.True((bool)reply["found"]!);
        Assert.NotEmpty((string)reply["data"]!["text/plain"]!);
    }

    [Fact]
    public void The_history_is_given_by_its_end_by_numbers_and_by_a_pattern()
    {
        using var client = kernel.Connect().Hear();
        string[] codes = ["10 + 2", "\"suite\"", "6 * 7"];
        foreach (var code in (string[])[.. codes, .. codes, .. codes])
            client.Execute(code);

        var tail = History(client, new() { ["hist_access_type"] = "tail", ["n"] = codes.Length });
        Assert.Equal(codes, tail.Select(entry => (string?)entry[2]));
        Assert.All(tail, entry => Assert.Equal(3, entry.Count));
        var withOutput = History(
            client,
            new()
            {
                ["hist_access_type"] = "tail",
                ["n"] = 1,
                ["output"] = true,
            }
        );
        Assert.Equal("6 * 7", (string?)Assert.Single(withOutput)[2]![0]);
        Assert.Equal(2, withOutput[0][2]!.AsArray().Count);

        var (session, start) = ((int)tail[0][0]!, (int)tail[0][1]!);
        var range = History(
            client,
            new()
            {
                ["hist_access_type"] = "range",
                ["session"] = session,
                ["start"] = start,
                ["stop"] = start + 1,
            }
        );
        Assert.Equal($"[{session},{start},\"10 \\u002B 2\"]", Assert.Single(range).ToJsonString());

        JsonObject Search(string name, JsonNode value, string pattern = "10 ? *") =>
            new()
            {
                ["hist_access_type"] = "search",
                ["pattern"] = pattern,
                [name] = value,
            };
        Assert.Equal(3, History(client, Search("raw", true)).Count);
        Assert.Single(History(client, Search("unique", true)));
        Assert.Equal(2, History(client, Search("n", 2)).Count);
        Assert.Empty(History(client, Search("raw", true, "10 ?2")));
    }

    private static List<JsonArray> History(Client client, JsonObject request)
    {
        request["output"] ??= false;
        request["raw"] ??= true;
        var reply = client.Ask(client.Shell, "history_request", request);
        Assert.Equal("ok", (string?)reply["status"]);
        return [.. reply["history"]!.AsArray().Select(entry => entry!.AsArray())];
    }

    private static List<Message> Execute(Client client, string code)
    {
        var (reply, published) = client.Execute(code);
        Assert.Equal("ok", (string?)reply["status"]);
        Assert.Empty(reply["payload"]!.AsArray());
        var input = Assert.Single(published, message => message.Type == "execute_input");
        Assert.Equal(code, (string?)input.Content["code"]);
        return Outputs(published);
    }

    // Between the busy and the idle kernel, each message whole.
    private static List<Message> Outputs(IReadOnlyList<Message> published)
    {
        Assert.Equal("busy", (string?)published[0].Content["execution_state"]);
        Assert.All(
            published,
            message =>
            {
                Assert.All(HeaderFields, field => Assert.NotNull(message.Header[field]));
                Assert.Equal((string?)published[0].Parent["msg_id"], (string?)message.Parent["msg_id"]);
            }
        );
        return [.. published.Where(message => message.Type is not ("status" or "execute_input"))];
    }
}
