using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using MetaNotebooks.Notebooks.Evaluation;
using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Workers;

namespace MetaNotebooks.Cli;

/// <summary>The verb that runs a program or notebook as a group of workers, which share the tasks of each meta-batch.</summary>
internal static class WorkersCommand
{
    // One thread a worker, as many workers as there are cores: else they wait for each other.
    private static readonly string[] ThreadCounts = ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"];

    public static Command Workers(TextWriter error)
    {
        var count = new Argument<int>("N") { Description = "How many workers." };
        var what = new Argument<string[]>("NOTEBOOK|PROGRAM")
        {
            Description =
                "What each of them runs, with its arguments; behind '--' where these have options. Training takes "
                + "part by TrainingOptions.Workers, or train (…, workers = true).",
            Arity = ArgumentArity.OneOrMore,
        };
        var workers = new Command(
            "workers",
            "Share the tasks of each meta-batch among processes of this machine, or of a Slurm job: the results are the "
                + "same bits, however many they are."
        )
        {
            count,
            what,
        };
        workers.SetAction(
            async (given, cancel) =>
            {
                try
                {
                    return await Run(given.GetValue(count), given.GetRequiredValue(what), cancel);
                }
                catch (Exception bad) when (bad is BadInputException or Win32Exception)
                {
                    await error.WriteLineAsync($"error: {bad.Message}");
                    return Commands.BadInput;
                }
            }
        );
        return workers;
    }

    private static async Task<int> Run(int count, string[] what, CancellationToken cancel)
    {
        if (count < 1)
            throw new BadInputException($"workers {count}: expected a number from 1 up");
        if (!File.Exists(what[0]))
            throw new BadInputException($"{what[0]}: no such file");
        var inSlurm = Environment.GetEnvironmentVariable("SLURM_JOB_ID") is not null;
        await using var hub = await WorkerHub.Start(count, inSlurm ? Environment.MachineName : null);
        var path = Path.GetFullPath(what[0]);
        var (program, first) = path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase)
            ? (DotnetProgram.Path, ["exec", NotebookProcess.Program, "run", path])
            : DotnetProgram.Starting(path);
        string[] arguments = [.. first, .. what[1..]];
        var started = inSlurm
            ? [Start("srun", [$"--ntasks={count}", program, .. arguments], hub, rank: null)]
            : Enumerable.Range(0, count).Select(rank => Start(program, arguments, hub, rank)).ToArray();
        using var asked = cancel.Register(() => Array.ForEach(started, ProcessTree.Ask));
        await Task.WhenAll(started.Select(process => process.WaitForExitAsync(CancellationToken.None)));
        // Of several that failed, the first to be lost took the others with it; any says that the group failed.
        return started.Select(process => process.ExitCode).FirstOrDefault(status => status != 0);
    }

    private static Process Start(string program, string[] arguments, WorkerHub hub, int? rank)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = rank > 0 };
        foreach (var (name, value) in hub.Variables)
            start.Environment[name] = value;
        foreach (var name in ThreadCounts)
            start.Environment.TryAdd(name, "1");
        if (rank is { } number)
            start.Environment[WorkerHub.RankVariable] = number.ToString(CultureInfo.InvariantCulture);
        var process = Process.Start(start)!;
        // All print the same; the first is heard.
        if (rank > 0)
            process.BeginOutputReadLine();
        return process;
    }
}
