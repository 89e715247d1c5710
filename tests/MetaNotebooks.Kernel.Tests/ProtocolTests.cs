using System.Text.Json.Nodes;
using MetaNotebooks.Jupyter.Protocol;

namespace MetaNotebooks.Jupyter;

/// <summary>What Jupyter's own test of kernels asks of one.</summary>
public sealed class ProtocolTests(KernelProcess kernel) : IClassFixture<KernelProcess>
{
    [Fact]
    public void Errors_go_to_stderr_and_texts_to_stdout()
    {
        using var client = kernel.Connect().Hear();
        var (_, published) = client.Execute("eprintf \"bad\"\nprintf \"good\"");
        var streams = published
            .Where(message => message.Type == "stream")
            .Select(message => $"{message.Content["name"]}: {message.Content["text"]}");
        Assert.Equal(["stderr: bad", "stdout: good"], streams);
    }

    [Fact]
    public void A_display_is_updated_where_it_stands()
    {
        using var client = kernel.Connect().Hear();
        var (_, published) = client.Execute("let shown = display \"one\"\nshown.Update \"two\"");
        var displays = published.Where(message => message.Type.EndsWith("display_data")).ToArray();
        Assert.Equal(["display_data", "update_display_data"], displays.Select(message => message.Type));
        Assert.Equal("two", (string?)displays[1].Content["data"]!["text/plain"]);
        Assert.Single(
            displays
                .Select(message => (string?)message.Content["transient"]!["display_id"])
                .Distinct(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Html_is_shown_as_html()
    {
        using var client = kernel.Connect().Hear();
        var result = Assert.Single(
            client.Execute("HTML \"<b>one</b>\"").Published,
            message => message.Type == "execute_result"
        );
        Assert.Equal("<b>one</b>", (string?)result.Content["data"]!["text/html"]);
    }

    [Fact]
    public void What_is_silent_or_not_stored_counts_for_nothing()
    {
        using var client = kernel.Connect().Hear();
        var count = (int)client.Execute("()").Reply["execution_count"]!;
        var silent = client.Send(
            client.Shell,
            "execute_request",
            new JsonObject { ["code"] = "1 + 1", ["silent"] = true }
        );
        var (reply, published) = client.Finish(silent);
        Assert.Equal("ok", (string?)reply["status"]);
        Assert.All(published, message => Assert.Equal("status", message.Type));
        client.Finish(
            client.Send(
                client.Shell,
                "execute_request",
                new JsonObject { ["code"] = "2", ["store_history"] = false }
            )
        );
        Assert.Equal(count + 1, (int)client.Execute("()").Reply["execution_count"]!);
    }

    [Fact]
    public void Cells_behind_one_that_fails_are_aborted_and_later_ones_run()
    {
        using var client = kernel.Connect().Hear();
        var failing = client.Start("System.Threading.Thread.Sleep 100\nfailwith \"on purpose\" : int");
        var behind = client.Start("1");
        Assert.Equal("error", (string?)client.Next(client.Shell, failing).Content["status"]);
        Assert.Equal("aborted", (string?)client.Next(client.Shell, behind).Content["status"]);
        Assert.Equal("ok", (string?)client.Execute("1").Reply["status"]);

        failing = client.Send(
            client.Shell,
            "execute_request",
            new JsonObject { ["code"] = "failwith \"on purpose\" : int", ["stop_on_error"] = false }
        );
        behind = client.Start("1");
        Assert.Equal("error", (string?)client.Next(client.Shell, failing).Content["status"]);
        Assert.Equal("ok", (string?)client.Next(client.Shell, behind).Content["status"]);
    }

    [Fact]
    public void A_name_is_explained()
    {
        using var client = kernel.Connect();
        var found = client.Ask(
            client.Shell,
            "inspect_request",
            new JsonObject
            {
                ["code"] = "List.map",
                ["cursor_pos"] = 8,
                ["detail_level"] = 0,
            }
        );
        Assert.True((bool)found["found"]!);
        var text = (string?)found["data"]!["text/plain"];
        Assert.Contains("mapping", text);
        Assert.Contains("Builds a new collection", text);
        var unknown = client.Ask(
            client.Shell,
            "inspect_request",
            new JsonObject { ["code"] = "nothing_of_this_name", ["cursor_pos"] = 5 }
        );
        Assert.False((bool)unknown["found"]!);
    }

    [Fact]
    public void What_was_run_is_remembered()
    {
        using var client = kernel.Connect().Hear();
        foreach (var code in (string[])["let historic = 1", "let historic = 2"])
            client.Execute(code);
        IEnumerable<string?> Found(JsonObject request) =>
            [
                .. client.Ask(client.Shell, "history_request", request)["history"]!
                    .AsArray()
                    .Select(entry => (string?)entry![2]),
            ];
        Assert.Equal(
            ["let historic = 2"],
            Found(
                new()
                {
                    ["hist_access_type"] = "tail",
                    ["n"] = 1,
                    ["output"] = false,
                }
            )
        );
        Assert.Equal(
            ["let historic = 1", "let historic = 2"],
            Found(
                new()
                {
                    ["hist_access_type"] = "search",
                    ["pattern"] = "let hist*",
                    ["output"] = false,
                }
            )
        );
    }

    [Fact]
    public void A_cell_asks_its_user()
    {
        using var client = kernel.Connect().Hear();
        var cell = client.Send(
            client.Shell,
            "execute_request",
            new JsonObject { ["code"] = "System.Console.ReadLine() + \"!\"", ["allow_stdin"] = true }
        );
        client.Next(client.Stdin, cell);
        client.Send(client.Stdin, "input_reply", new JsonObject { ["value"] = "hello" });
        var (_, published) = client.Finish(cell);
        var result = Assert.Single(published, message => message.Type == "execute_result");
        Assert.Equal("hello!", (string?)result.Content["data"]!["text/plain"]);
        Assert.Equal("error", (string?)client.Execute("System.Console.ReadLine()").Reply["status"]);
    }

    [Fact]
    public void Widgets_are_refused_and_unknown_requests_answered()
    {
        using var client = kernel.Connect().Hear();
        Assert.Empty(client.Ask(client.Shell, "comm_info_request")["comms"]!.AsObject());
        var open = client.Send(client.Shell, "comm_open", new JsonObject { ["comm_id"] = "one" });
        Message next;
        do next = client.Next(client.IoPub, open);
        while (next.Type == "status");
        Assert.Equal("comm_close", next.Type);
        Assert.Equal("error", (string?)client.Ask(client.Shell, "debug_request")["status"]);
    }

    [Fact]
    public void Interrupts_in_a_row_stop_one_cell_each()
    {
        using var client = kernel.Connect().Hear();
        client.Execute("let kept = 41");
        for (var i = 0; i < 50; i++)
        {
            var cell = client.Start($"printfn \"{i}\"\nwhile true do ()");
            while (client.Next(client.IoPub, cell).Type != "stream") { }
            client.Ask(client.Control, "interrupt_request");
            Assert.Equal("Interrupted", (string?)client.Finish(cell).Reply["ename"]);
        }
        Assert.Equal("ok", (string?)client.Execute("kept + 1").Reply["status"]);
    }
}
