using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Jupyter.Protocol;

namespace MetaNotebooks.Notebooks.Jupyter;

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

    [Fact]
    public void Cells_on_control_wait_for_those_on_shell()
    {
        using var client = kernel.Connect().Hear();
        var first = client.Send(
            client.Shell,
            "execute_request",
            new JsonObject { ["code"] = "System.Console.ReadLine()", ["allow_stdin"] = true }
        );
        client.Next(client.Stdin, first);
        var second = client.Send(
            client.Control,
            "execute_request",
            new JsonObject { ["code"] = "\"second\"" }
        );
        // What control does by itself, it does at once, and has then seen the cell before.
        Assert.Equal("ok", (string?)client.Ask(client.Control, "kernel_info_request")["status"]);
        client.Send(client.Stdin, "input_reply", new JsonObject { ["value"] = "first" });
        var order = new List<string?>();
        while (order.LastOrDefault() != "second")
            if (client.NextOf(client.IoPub, [first, second]) is { Type: "execute_result" } result)
                order.Add((string?)result.Content["data"]!["text/plain"]);
        Assert.Equal(["first", "second"], order);
        Assert.Equal("ok", (string?)client.Next(client.Control, second).Content["status"]);
    }

    [Fact]
    public void An_error_of_async_void_is_told_and_ends_nothing()
    {
        using var client = kernel.Connect().Hear();
        var (reply, published) = client.Execute(
            """
            #!csharp
            async void Later() { await Task.Yield(); throw new Exception("from async void"); }
            Later();
            """
        );
        Assert.Equal("ok", (string?)reply["status"]);
        // It may be told after the end of the cell, whose it is all the same.
        var told = published.Where(message => message.Type == "stream").ToList();
        while (told.Count == 0)
            if (
                client.NextOf(client.IoPub, [(string)published[0].Parent["msg_id"]!]) is
                { Type: "stream" } late
            )
                told.Add(late);
        Assert.Equal("stderr", (string?)told[0].Content["name"]);
        Assert.Contains("from async void", (string?)told[0].Content["text"]);
        Assert.Equal("ok", (string?)client.Execute("1").Reply["status"]);
    }

    [Fact]
    public void Half_a_pair_in_a_request_is_replaced()
    {
        var format = new WireFormat("");
        byte[][] frames =
        [
            "<IDS|MSG>"u8.ToArray(),
            [],
            """{"msg_type": "execute_request", "msg_id": "1"}"""u8.ToArray(),
            "{}"u8.ToArray(),
            "{}"u8.ToArray(),
            """{"code": "a\ud800b"}"""u8.ToArray(),
        ];
        Assert.Equal("a\uFFFDb", (string?)format.Read(frames)!.Content["code"]);
    }

    [Fact]
    public void A_console_that_a_cell_has_taken_is_given_back_to_the_next()
    {
        using var client = kernel.Connect().Hear();
        client.Execute("Console.SetOut(new StringWriter())\nConsole.SetError(new StringWriter())");
        var (_, published) = client.Execute("printfn \"shown\"\neprintfn \"too\"");
        Assert.Equal(
            ["shown\n", "too\n"],
            published
                .Where(message => message.Type == "stream")
                .Select(message => (string?)message.Content["text"])
        );
    }
}
