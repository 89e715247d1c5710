using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using MetaNotebooks.Notebooks.Outputs;

namespace MetaNotebooks.Notebooks.Evaluation;

/// <summary>
/// The child process in which a notebook's cells run, so that whatever a cell does to its process spoils only
/// that notebook.
/// </summary>
internal static class NotebookProcess
{
    /// <summary>The hidden verb that makes this program the child.</summary>
    public const string Verb = "host";

    /// <summary>The program that evaluates cells, which lies beside this library.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "MetaNotebooks.Cli.dll");

    // A crash prints a long stack; its beginning says what happened.
    private const int LinesKept = 12;

    // How long a child may take to end after its last cell.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // What libtorch and OpenBLAS read the number of their threads from. One each, however many cores there are
    // and notebooks run at a time: with more, long sums are split otherwise and end in other digits, and on the
    // kit's small tensors waiting for each other takes longer than the work.
    private static readonly string[] ThreadCounts = ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"];

    /// <summary>Starts a child in the folder given and yields what happens there.</summary>
    /// <param name="folder">Where the child's paths start.</param>
    /// <param name="cells">The cells to evaluate.</param>
    /// <param name="limits">What the child may use.</param>
    /// <param name="cancel">Ends the child.</param>
    /// <param name="ask">Asks the child to end, which takes time for what it wants to keep.</param>
    /// <remarks>When the process ends before its last cell, the last event says how.</remarks>
    public static async IAsyncEnumerable<CellEvent> Run(
        string folder,
        CellCode[] cells,
        NotebookLimits limits,
        [EnumeratorCancellation] CancellationToken cancel,
        CancellationToken ask = default
    )
    {
        var (child, events) = EventPipe.Start(handle => Start(folder, handle, limits));
        using var process = child;
        using var pipe = events;
        using var watch = new ProcessWatch(process, limits);
        try
        {
            using var asked = ask.Register(() => ProcessTree.Ask(process));
            using var killed = cancel.Register(() => ProcessTree.End(process));
            _ = watch.Exited.ContinueWith(_ => pipe.End(), TaskScheduler.Default);

            var lastWords = new ConcurrentQueue<string>();
            process.ErrorDataReceived += (_, line) => Keep(lastWords, line.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            await SendCells(process, cells);

            var remaining = cells.Length;
            var reader = new EventReader(pipe.Stream);
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
        finally
        {
            // Whoever reads the events may have stopped, or failed.
            if (!process.HasExited)
                ProcessTree.End(process);
        }
    }

    private static async Task<CellEvent?> Next(EventReader reader, ProcessWatch watch)
    {
        try
        {
            var happened = await reader.Next();
            if (reader.IsFull)
                watch.Kill(
                    "Output limit",
                    $"the notebook's outputs have more than {OutputLimits.Most / 1_000_000} million characters"
                );
            return happened is ProcessGone ? null : happened;
        }
        catch (JsonException)
        {
            // Else it is a line that the process did not live to end.
            if (!watch.Exited.IsCompleted)
                watch.Kill("Process ended", "the cell wrote into the pipe that its outputs go through");
            return null;
        }
    }

    private static Process Start(string folder, string pipeHandle, NotebookLimits limits)
    {
        var start = new ProcessStartInfo(DotnetProgram.Path)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        foreach (var argument in (string[])["exec", Program, Verb, pipeHandle])
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
            ProcessTree.End(process);
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
