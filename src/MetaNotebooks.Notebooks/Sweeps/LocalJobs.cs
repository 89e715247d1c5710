using System.Diagnostics;
using System.Globalization;
using MetaNotebooks.Notebooks.Evaluation;

namespace MetaNotebooks.Notebooks.Sweeps;

/// <summary>Runs jobs as processes of this machine, some at a time.</summary>
internal sealed class LocalJobs : IJobStarter
{
    /// <inheritdoc/>
    public async Task Start(
        Sweep sweep,
        IReadOnlyList<SweepJob> jobs,
        Action<SweepJob> ended,
        CancellationToken cancel
    )
    {
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = sweep.Plan.AtOnce ?? Running.NotebookQueue.UsualJobs,
            CancellationToken = cancel,
        };
        SweepFiles.Write(Starter(sweep), $"{Environment.MachineName} {Environment.ProcessId}\n");
        await Parallel.ForEachAsync(
            jobs,
            options,
            async (job, _) =>
            {
                var start = new ProcessStartInfo(DotnetProgram.Path);
                string[] arguments =
                [
                    "exec",
                    NotebookProcess.Program,
                    JobRun.Verb,
                    sweep.Folder,
                    job.Index.ToString(CultureInfo.InvariantCulture),
                ];
                foreach (var argument in arguments)
                    start.ArgumentList.Add(argument);
                using var process = Process.Start(start)!;
                using var asked = cancel.Register(() => ProcessTree.Ask(process));
                await process.WaitForExitAsync(CancellationToken.None);
                ended(job);
            }
        );
    }

    /// <inheritdoc/>
    public IReadOnlySet<int> Alive(Sweep sweep, IReadOnlyList<(SweepJob Job, JobState State)> jobs) =>
        jobs.Where(one =>
                one.State.Stage == JobStage.Running
                    ? IsAlive(one.State.Host, one.State.Process)
                    : File.Exists(Starter(sweep))
                        && File.ReadAllText(Starter(sweep)).Split(' ') is [var host, var process]
                        && IsAlive(host, int.Parse(process, CultureInfo.InvariantCulture))
            )
            .Select(one => one.Job.Index)
            .ToHashSet();

    // The machine and the process that will start those that wait.
    private static string Starter(Sweep sweep) => Path.Combine(sweep.Folder, "starter.txt");

    // Of another machine's process nothing is known here.
    private static bool IsAlive(string host, int number)
    {
        if (host != Environment.MachineName)
            return true;
        try
        {
            using var process = Process.GetProcessById(number);
            return process.ProcessName.StartsWith("dotnet", StringComparison.Ordinal);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
