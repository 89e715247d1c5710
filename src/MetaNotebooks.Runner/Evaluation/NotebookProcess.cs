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

    // How long a child may take to end after its last cell.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // What libtorch and OpenBLAS read the number of their threads from. One each, however many cores there are
    // and notebooks run at a time: with more, long sums are split otherwise and end in other digits, and on the
    // kit's small tensors waiting for each other takes longer than the work.
    private static readonly string[] ThreadCounts = ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"];

    // While a pipe's end for one child is open here, no other child may be started, which would inherit it and
    // keep the pipe open after the first has died.
    private static readonly Lock Starting = new();

    /// <summary>Starts a child in the folder given and yields what happens there.</summary>
    /// <param name="folder">Where the child's paths start.</param>
    /// <param name="cells">The cells to evaluate.</param>
    /// <param name="limits">What the child may use.</param>
    /// <param name="cancel">Ends the child.</param>
    /// <remarks>When the process ends before its last cell, the last event says how.</remarks>
    public static async IAsyncEnumerable<CellEvent> Run(
        string folder,
        CellCode[] cells,
        NotebookLimits limits,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        var (child, events) = Start(folder, limits);
        using var process = child;
        using var pipe = events;
        using var killed = cancel.Register(() => process.Kill(entireProcessTree: true));
        using var watch = new ProcessWatch(process, limits);

        var lastWords = new ConcurrentQueue<string>();
        process.ErrorDataReceived += (_, line) => Keep(lastWords, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await SendCells(process, cells);

        var remaining = cells.Length;
        var reader = new EventReader(pipe);
        while (remaining > 0 && await Next(reader, watch) is { } happened)
        {
            watch.Note(happened);
            yield return happened;
            if (happened is CellFailed)
                remaining = 0;
            else if (happened is CellFinished)
                remaining--;
        }
        await End(process, watch);
        cancel.ThrowIfCancellationRequested();
        if (remaining > 0)
            yield return new CellFailed(watch.Reason ?? HowItEnded(process.ExitCode, [.. lastWords]));
    }

    private static async Task<CellEvent?> Next(EventReader reader, ProcessWatch watch)
    {
        var next = reader.Next();
        // A process that the child has left behind can keep the pipe open.
        if (await Task.WhenAny(next, watch.Gone) != next)
            return null;
        try
        {
            var happened = await next;
            if (reader.IsFull)
                watch.Kill(
                    "Output limit",
                    $"the notebook's outputs have more than {EventReader.Most / 1_000_000} million characters"
                );
            return happened;
        }
        catch (JsonException)
        {
            watch.Kill("Process ended", "the cell wrote into the pipe that its outputs go through");
            return null;
        }
    }

    private static (Process Child, AnonymousPipeServerStream Events) Start(
        string folder,
        NotebookLimits limits
    )
    {
        lock (Starting)
        {
            var pipe = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
            var process = Start(folder, pipe.GetClientHandleAsString(), limits);
            pipe.DisposeLocalCopyOfClientHandle();
            return (process, pipe);
        }
    }

    private static Process Start(string folder, string pipeHandle, NotebookLimits limits)
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
        foreach (var name in ThreadCounts)
            start.Environment.TryAdd(name, "1");
        start.Environment.TryAdd("DOTNET_GCHeapHardLimit", limits.HeapBytes.ToString("x"));
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

    private static async Task End(Process process, ProcessWatch watch)
    {
        var ended = process.WaitForExitAsync(CancellationToken.None);
        await Task.WhenAny(ended, watch.Gone, Task.Delay(Patience));
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        // Not for the end of its error output alone, which a process that it left behind can keep open.
        await Task.WhenAny(ended, watch.Gone);
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
