using System.Net.Sockets;
using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Jupyter.Protocol;
using NetMQ;

namespace MetaNotebooks.Notebooks.Jupyter;

/// <summary>What one kernel answers, one test after the other.</summary>
public sealed class ServingTests(KernelProcess kernel) : IClassFixture<KernelProcess>
{
    [Fact]
    public void The_kernel_tells_what_it_is()
    {
        using var client = kernel.Connect();
        var info = client.Ask(client.Shell, "kernel_info_request");
        Assert.Equal("ok", (string?)info["status"]);
        Assert.Equal(Message.Version, (string?)info["protocol_version"]);
        Assert.Equal("F#", (string?)info["language_info"]!["name"]);
        Assert.Equal(".fsx", (string?)info["language_info"]!["file_extension"]);
        Assert.Equal("ok", (string?)client.Ask(client.Control, "kernel_info_request")["status"]);
    }

    [Fact]
    public void The_heartbeat_comes_back()
    {
        using var client = kernel.Connect();
        client.Heartbeat.SendFrame("ping");
        Assert.Equal("ping"u8.ToArray(), Assert.Single(Client.Receive(client.Heartbeat, Client.Patience)!));
    }

    [Fact]
    public void A_cell_prints_and_has_a_value()
    {
        using var client = kernel.Connect().Hear();
        var (reply, published) = client.Execute("printfn \"from the cell\"\n6 * 7");
        Assert.Equal("ok", (string?)reply["status"]);
        var count = (int)reply["execution_count"]!;
        Assert.Equal(
            ["status", "execute_input", "stream", "execute_result", "status"],
            published.Select(message => message.Type)
        );
        Assert.Equal("stdout", (string?)published[2].Content["name"]);
        Assert.Equal("from the cell\n", (string?)published[2].Content["text"]);
        Assert.Contains("42", (string?)published[3].Content["data"]!["text/plain"]);
        Assert.Equal(count, (int)published[3].Content["execution_count"]!);
        Assert.Equal(count + 1, (int)client.Execute("()").Reply["execution_count"]!);
    }

    [Fact]
    public void A_cell_that_does_not_compile_tells_why()
    {
        using var client = kernel.Connect().Hear();
        var (reply, published) = client.Execute("let number : int = \"text\"");
        Assert.Equal("error", (string?)reply["status"]);
        var error = Assert.Single(published, message => message.Type == "error");
        Assert.Contains("FS0001", error.Content.ToJsonString());
        Assert.Equal((string?)error.Content["ename"], (string?)reply["ename"]);
        Assert.Equal("ok", (string?)client.Execute("1").Reply["status"]);
    }

    [Fact]
    public void A_cell_that_throws_tells_what()
    {
        using var client = kernel.Connect().Hear();
        var (reply, _) = client.Execute("(failwith \"on purpose\" : int)");
        Assert.Equal("error", (string?)reply["status"]);
        Assert.Contains("on purpose", (string?)reply["evalue"]);
    }

    [Fact]
    public void Wrong_signatures_and_garbage_are_ignored()
    {
        using var stranger = kernel.Connect("another key");
        using var client = kernel.Connect();
        var mark = $"mark{Guid.NewGuid():N}";
        stranger.Start($"let {mark} = 1");
        var random = new Random(1);
        for (var i = 0; i < 1000; i++)
        {
            var frames = new byte[1 + random.Next(8)][];
            for (var j = 0; j < frames.Length; j++)
                random.NextBytes(frames[j] = new byte[random.Next(64)]);
            if (i % 3 == 0)
                frames[0] = "<IDS|MSG>"u8.ToArray();
            (
                i % 4 == 0 ? client.Control
                : i % 4 == 1 ? client.Stdin
                : client.Shell
            ).SendMultipartBytes(frames);
        }
        Assert.Equal("ok", (string?)client.Ask(client.Shell, "kernel_info_request")["status"]);
        Assert.Equal("ok", (string?)client.Ask(client.Control, "kernel_info_request")["status"]);
        Assert.Null(Client.Receive(stranger.Shell, TimeSpan.FromMilliseconds(100)));
        client.Hear();
        Assert.Equal("error", (string?)client.Execute(mark).Reply["status"]);
    }

    [Fact]
    public void What_is_no_client_at_all_ends_nothing()
    {
        using var client = kernel.Connect();
        client.Ask(client.Shell, "kernel_info_request");
        var random = new Random(2);
        foreach (var port in kernel.Ports)
            for (var size = 0; size < 200; size += 10)
            {
                var bytes = new byte[size];
                random.NextBytes(bytes);
                using var stranger = new TcpClient("127.0.0.1", port);
                stranger.GetStream().Write(size % 20 == 0 ? bytes : "GET / HTTP/1.1\r\n\r\n"u8);
            }
        Assert.Equal("ok", (string?)client.Ask(client.Shell, "kernel_info_request")["status"]);
        Assert.Equal("ok", (string?)client.Ask(client.Control, "kernel_info_request")["status"]);
    }

    [Fact]
    public void No_request_of_many_clients_is_lost()
    {
        const int Clients = 4;
        const int Requests = 125;
        var answered = new int[Clients];
        var threads = Enumerable
            .Range(0, Clients)
            .Select(number => new Thread(() => answered[number] = AskOften(Requests)))
            .ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        Assert.All(answered, count => Assert.Equal(Requests, count));
    }

    [Fact]
    public void A_name_is_completed()
    {
        using var client = kernel.Connect();
        var request = new JsonObject { ["code"] = "System.Math.Sq", ["cursor_pos"] = 14 };
        var reply = client.Ask(client.Shell, "complete_request", request);
        Assert.Equal("ok", (string?)reply["status"]);
        Assert.Contains("Sqrt", reply["matches"]!.AsArray().Select(match => (string?)match));
        Assert.Equal(12, (int)reply["cursor_start"]!);
        Assert.Equal(14, (int)reply["cursor_end"]!);
    }

    [Theory]
    [InlineData("while true do ()")]
    [InlineData("System.Threading.Thread.Sleep 100000")]
    public void A_cell_is_interrupted_and_the_next_one_is_not(string endless)
    {
        using var client = kernel.Connect().Hear();
        var cell = client.Start($"printfn \"started\"\n{endless}");
        while (client.Next(client.IoPub, cell).Type != "stream") { }
        Assert.Equal("ok", (string?)client.Ask(client.Control, "interrupt_request")["status"]);
        Assert.Equal("error", (string?)client.Finish(cell).Reply["status"]);
        // One that comes when nothing runs stops nothing.
        client.Ask(client.Control, "interrupt_request");
        var (reply, published) = client.Execute("System.Threading.Thread.Sleep 50\n\"still here\"");
        Assert.Equal("ok", (string?)reply["status"]);
        Assert.Contains(published, message => message.Type == "execute_result");
    }

    private int AskOften(int requests)
    {
        using var client = kernel.Connect();
        var sent = Enumerable
            .Range(0, requests)
            .Select(_ => client.Send(client.Shell, "kernel_info_request"))
            .ToArray();
        try
        {
            return sent.Count(request =>
                (string?)client.Next(client.Shell, request).Content["status"] == "ok"
            );
        }
        catch (TimeoutException)
        {
            return -1;
        }
    }
}
