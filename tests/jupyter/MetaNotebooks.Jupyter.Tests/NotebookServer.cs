using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace MetaNotebooks.Jupyter.Tests;

/// <summary>Jupyter Notebook on a port of this machine, serving a folder.</summary>
public sealed class NotebookServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Process _process;

    private NotebookServer(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Its root page.</summary>
    public Uri Address { get; }

    /// <summary>Starts it, and waits until it answers.</summary>
    public static async Task<NotebookServer> Start(string folder)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("jupyter-notebook")
        {
            ArgumentList =
            {
                "--no-browser",
                "--allow-root",
                "--ip=127.0.0.1",
                $"--port={port}",
                "--NotebookApp.token=",
                "--NotebookApp.password=",
                $"--notebook-dir={folder}",
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new NotebookServer(process, new Uri($"http://127.0.0.1:{port}/"));
        await server.Answers();
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task Answers()
    {
        using var client = new HttpClient();
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience; await Task.Delay(200))
        {
            try
            {
                if ((await client.GetAsync(new Uri(Address, "api"))).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
        }
        throw new TimeoutException("Jupyter Notebook does not answer.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
