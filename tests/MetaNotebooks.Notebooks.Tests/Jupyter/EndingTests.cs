using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Evaluation;

namespace MetaNotebooks.Notebooks.Jupyter;

/// <summary>How a kernel ends.</summary>
public sealed class EndingTests
{
    [Fact]
    public void A_kernel_ends_when_asked()
    {
        using var kernel = new KernelProcess();
        using var client = kernel.Connect();
        var reply = client.Ask(client.Control, "shutdown_request", new JsonObject { ["restart"] = false });
        Assert.Equal("ok", (string?)reply["status"]);
        Assert.True(kernel.Ends(Client.Patience));
    }

    [Fact]
    public void A_kernel_ends_with_its_parent()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows names the parent by a handle.");
        using var parent = Process.Start(new ProcessStartInfo("sleep", "1000"))!;
        try
        {
            using var kernel = KernelProcess.Of(parent);
            using var client = kernel.Connect();
            client.Ask(client.Control, "kernel_info_request");
            parent.Kill();
            parent.WaitForExit();
            Assert.True(kernel.Ends(Client.Patience));
        }
        finally
        {
            parent.Kill();
        }
    }

    [Fact]
    public void What_was_sent_before_the_end_arrives()
    {
        using var kernel = new KernelProcess();
        using var client = kernel.Connect(mostUnread: 1).Hear();
        // More than waits at the reader's end, less than at the writer's.
        var cell = client.Start("for i in 1..500 do printfn \"%s\" (System.String('x', 999))");
        client.Next(client.Shell, cell);
        var shutdown = client.Send(client.Control, "shutdown_request");
        Assert.True(kernel.Ends(Client.Patience));
        var texts = client.Published(cell).Where(message => message.Type == "stream");
        Assert.Equal(500_000, texts.Sum(message => ((string)message.Content["text"]!).Length));
        client.Published(shutdown);
    }

    [Fact]
    public void A_transport_that_the_kernel_lacks_is_named()
    {
        var (status, error) = Start("ipc", 1);
        Assert.EndsWith("transport 'ipc'; expected tcp, the only one that the kernel has", error);
        Assert.Equal(2, status);
    }

    [Fact]
    public void An_address_that_is_taken_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var (status, error) = Start("tcp", port);
        Assert.StartsWith($"error: tcp://127.0.0.1:{port}: the kernel cannot listen there", error);
        Assert.Equal(2, status);
    }

    private static (int Status, string Error) Start(string transport, int port)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(
                file,
                $$"""
                {"transport": "{{transport}}", "ip": "127.0.0.1", "shell_port": {{port}}, "control_port": 2,
                 "stdin_port": 3, "iopub_port": 4, "hb_port": 5, "key": "a",
                 "signature_scheme": "hmac-sha256"}
                """
            );
            var start = new ProcessStartInfo("dotnet")
            {
                ArgumentList = { "exec", NotebookProcess.Program, "kernel", "start", file },
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, error.TrimEnd());
        }
        finally
        {
            File.Delete(file);
        }
    }
}
