using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Evaluation;
using MetaNotebooks.Notebooks.Jupyter.Protocol;

namespace MetaNotebooks.Notebooks.Jupyter;

/// <summary>A kernel in a process of its own, with a connection file in a temporary folder.</summary>
public sealed class KernelProcess : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kernel-test-");
    private readonly Process _process;
    private readonly ConnectionFile _connection;

    public KernelProcess()
        : this(null, null) { }

    private KernelProcess(int? parent, string? folder)
    {
        var file = Path.Combine(_folder.FullName, "connection.json");
        WriteConnection(file);
        _connection = ConnectionFile.Read(file);
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "exec", NotebookProcess.Program, "kernel", "start", file },
            WorkingDirectory = folder ?? _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        // One thread, as the runner gives each notebook.
        start.Environment["OMP_NUM_THREADS"] = start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        start.Environment["JPY_PARENT_PID"] = parent?.ToString();
        _process = Process.Start(start)!;
        // Read, so that the kernel never waits for a full pipe.
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>A kernel that is told of a parent.</summary>
    public static KernelProcess Of(Process parent) => new(parent.Id, null);

    /// <summary>A kernel of a notebook in a folder.</summary>
    public static KernelProcess In(string folder) => new(null, folder);

    /// <summary>Whether it ends by itself in time.</summary>
    public bool Ends(TimeSpan patience) => _process.WaitForExit(patience);

    /// <summary>The ports that it listens on.</summary>
    public IReadOnlyList<int> Ports =>
        [_connection.Shell, _connection.Control, _connection.Stdin, _connection.IoPub, _connection.Heartbeat];

    /// <summary>A client that the kernel answers already.</summary>
    internal Client Connect(string? key = null, int mostUnread = 0) =>
        new(key is null ? _connection : _connection with { Key = key }, mostUnread);

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static void WriteConnection(string file)
    {
        var ports = Enumerable.Range(0, 5).Select(_ => FreePort()).ToArray();
        var json = new JsonObject
        {
            ["transport"] = "tcp",
            ["ip"] = "127.0.0.1",
            ["shell_port"] = ports[0],
            ["control_port"] = ports[1],
            ["stdin_port"] = ports[2],
            ["iopub_port"] = ports[3],
            ["hb_port"] = ports[4],
            ["key"] = Guid.NewGuid().ToString(),
            ["signature_scheme"] = "hmac-sha256",
        };
        File.WriteAllText(file, json.ToJsonString());
    }

    // Below those that the system gives to connections: until the kernel listens, other tests' could take it.
    private static int FreePort()
    {
        while (true)
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(10_000, 32_768));
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // It is taken.
            }
    }
}
