using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MetaNotebooks.Tests;

/// <summary>A training in a process of its own, which writes a checkpoint and a line each iteration.</summary>
internal sealed class TrainingProcess : IDisposable
{
    private readonly Process process;

    public TrainingProcess(string checkpoint, int iterations, int? stuck = null)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "MetaNotebooks.Soak.dll");
        var start = new ProcessStartInfo(
            Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet"
                ? own
                : "dotnet"
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])[program, "train", checkpoint, $"{iterations}"])
            start.ArgumentList.Add(argument);
        if (stuck is { } at)
            start.ArgumentList.Add($"{at}");
        start.Environment["OMP_NUM_THREADS"] = start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => Errors += line.Data;
        process.BeginErrorReadLine();
    }

    public string Errors { get; private set; } = "";

    /// <summary>The next line it writes; null when it has ended.</summary>
    public string? Line() => process.StandardOutput.ReadLine();

    /// <summary>Ends it as a loss of power would: no part of it can answer SIGKILL.</summary>
    /// <returns>Whether it was running still.</returns>
    public bool Kill()
    {
        process.Kill();
        process.WaitForExit();
        return process.ExitCode == 128 + 9;
    }

    /// <summary>Stops it again and again, and lets it go on, until something is so while it stands, or it has ended.</summary>
    public void StopWhen(Func<bool> isSo)
    {
        const int stop = 19;
        const int goOn = 18;
        while (kill(process.Id, stop) == 0 && !isSo() && kill(process.Id, goOn) == 0)
            Thread.SpinWait(5_000);
    }

    /// <summary>Sends it a signal that it may answer: SIGINT (2), as Ctrl-C does, or SIGTERM (15).</summary>
    public void Signal(int number) => Assert.Equal(0, kill(process.Id, number));

    [DllImport("libc")]
    private static extern int kill(int process, int signal);

    /// <summary>Lets it run to its end.</summary>
    /// <returns>Its status.</returns>
    public int End()
    {
        while (Line() is not null) { }
        process.WaitForExit();
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }
}
