using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace MetaNotebooks.Runner.Evaluation;

/// <summary>
/// The child process in which a notebook's cells run, so that whatever a cell does to its process spoils only
/// that notebook.
/// </summary>
internal static class NotebookProcess
{
    /// <summary>The hidden verb that makes this program the child.</summary>
    public const string Verb = "host";

    // A crash prints a long stack; its beginning says what happened.
    private const int LinesKept = 12;

    /// <summary>Starts a child in the folder given and yields what happens there.</summary>
    /// <remarks>When the process ends before its last cell, the last event says how.</remarks>
    public static async IAsyncEnumerable<CellEvent> Run(
        string folder,
        CellCode[] cells,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        using var pipe = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
        using var process = Start(folder, pipe.GetClientHandleAsString());
        using var killed = cancel.Register(() => process.Kill(entireProcessTree: true));
        pipe.DisposeLocalCopyOfClientHandle();

        var lastWords = new ConcurrentQueue<string>();
        process.ErrorDataReceived += (_, line) => Keep(lastWords, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await SendCells(process, cells);

        var remaining = cells.Length;
        using var lines = new StreamReader(pipe);
        while (remaining > 0 && await lines.ReadLineAsync(CancellationToken.None) is { } line)
        {
            var happened = JsonSerializer.Deserialize(line, CellJson.Default.CellEvent)!;
            yield return happened;
            if (happened is CellFailed)
                remaining = 0;
            else if (happened is CellFinished)
                remaining--;
        }
        await End(process);
        cancel.ThrowIfCancellationRequested();
        if (remaining > 0)
            yield return new CellFailed(HowItEnded(process.ExitCode, [.. lastWords]));
    }

    private static Process Start(string folder, string pipeHandle)
    {
        // The runtime this process runs on, whether it was started by its own name or through `dotnet`.
        var root = Path.GetFullPath("../../..", RuntimeEnvironment.GetRuntimeDirectory());
        var start = new ProcessStartInfo(
            Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")
        )
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        foreach (
            var argument in (string[])["exec", typeof(NotebookProcess).Assembly.Location, Verb, pipeHandle]
        )
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static async Task SendCells(Process process, CellCode[] cells)
    {
        try
        {
            await process.StandardInput.WriteAsync(
                JsonSerializer.Serialize(cells, CellJson.Default.CellCodeArray)
            );
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The process died at once; how it ended is reported when its events stop.
        }
    }

    private static async Task End(Process process)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null && lines.Count < LinesKept)
            lines.Enqueue(line);
    }

    private static CellError HowItEnded(int status, string[] lastWords)
    {
        var message = $"the notebook's process ended in this cell, with exit status {status}";
        return new CellError("Process ended", message, [message, .. ExceptionText.CellFrames(lastWords)]);
    }
}
