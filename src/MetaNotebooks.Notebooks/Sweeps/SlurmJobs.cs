using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using MetaNotebooks.Notebooks.Evaluation;
using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Sweeps;

/// <summary>Hands jobs to Slurm, one array a start: the index of the array is the job's number.</summary>
internal sealed class SlurmJobs : IJobStarter
{
    /// <summary>Seconds before its time limit at which a job is told to end; its checkpoints are written in them.</summary>
    public const int Notice = 60;

    /// <summary>
    /// The signal by which Slurm tells a job of its time limit: SIGWINCH, by its number on Linux. Unlike SIGUSR1 it does
    /// not end a program that has not begun to listen, and nothing else sends it to a job.
    /// </summary>
    public const int NoticeSignal = 28;

    private const string Script = "slurm.sh";

    /// <inheritdoc/>
    public Task Start(
        Sweep sweep,
        IReadOnlyList<SweepJob> jobs,
        Action<SweepJob> ended,
        CancellationToken cancel
    )
    {
        var script = Path.Combine(sweep.Folder, Script);
        SweepFiles.Write(
            script,
            $"""
            #!/bin/sh
            exec {Quoted(DotnetProgram.Path)} exec {Quoted(NotebookProcess.Program)} {JobRun.Verb} {Quoted(
                sweep.Folder
            )} "$SLURM_ARRAY_TASK_ID"

            """
        );
        var atOnce = sweep.Plan.AtOnce is { } count ? $"%{count}" : "";
        var indices = string.Join(',', jobs.Select(job => job.Index));
        string[] own =
        [
            "--parsable",
            $"--job-name={Path.GetFileName(sweep.Folder)}",
            $"--array={indices}{atOnce}",
            $"--output={Path.Combine(sweep.Folder, "%5a", "slurm.txt")}",
            "--open-mode=append",
            "--requeue",
            $"--signal=B:{NoticeSignal}@{Notice}",
        ];
        // Those that were given come last, where they have the last word.
        var answer = Ask("sbatch", [.. own, .. sweep.Plan.Slurm ?? [], script]);
        File.AppendAllText(Submitted(sweep), $"{answer.Trim().Split(';')[0]}\n");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public IReadOnlySet<int> Alive(Sweep sweep, IReadOnlyList<(SweepJob Job, JobState State)> jobs)
    {
        var ids = File.Exists(Submitted(sweep)) ? File.ReadAllLines(Submitted(sweep)) : [];
        if (ids.Length == 0 || jobs.Count == 0)
            return new HashSet<int>();
        // All of the user's: of an array that has ended, squeue says that there is none.
        var queued = Ask("squeue", ["--noheader", "--array", "--me", "--format=%F %K"])
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet();
        return jobs.Select(one => one.Job.Index)
            .Where(index => ids.Any(id => queued.Contains($"{id} {index}")))
            .ToHashSet();
    }

    /// <summary>Gives the job that this process is back to Slurm, to be started again; this ends the process.</summary>
    public static void Requeue(string job) => Ask("scontrol", ["requeue", job]);

    private static string Ask(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0
                ? output
                : throw new BadInputException(
                    $"{program} (status {process.ExitCode}): {error.Result.Trim()}"
                );
        }
        catch (Win32Exception missing)
        {
            throw new BadInputException(
                $"{program}: {missing.Message}; expected Slurm's programs on this machine"
            );
        }
    }

    // The numbers that Slurm gave to the arrays, a line each.
    private static string Submitted(Sweep sweep) => Path.Combine(sweep.Folder, "submitted.txt");

    private static string Quoted(string path) => $"'{path.Replace("'", @"'\''")}'";
}
