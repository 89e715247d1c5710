using System.Diagnostics;
using System.Text.Json.Nodes;

namespace MetaNotebooks.Jupyter;

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
    public void A_kernel_without_libzmq_says_what_is_missing()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(
                file,
                """
                {"transport": "tcp", "ip": "127.0.0.1", "shell_port": 1, "control_port": 2, "stdin_port": 3,
                 "iopub_port": 4, "hb_port": 5, "key": "a", "signature_scheme": "hmac-sha256"}
                """
            );
            var start = new ProcessStartInfo("dotnet")
            {
                ArgumentList = { "exec", typeof(KernelSpec).Assembly.Location, "kernel", "start", file },
                RedirectStandardError = true,
            };
            start.Environment[Zmq.Native.Variable] = "/nowhere/libzmq.so";
            using var process = Process.Start(start)!;
            Assert.Contains("libzmq is missing", process.StandardError.ReadToEnd());
            process.WaitForExit();
            Assert.Equal(2, process.ExitCode);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
