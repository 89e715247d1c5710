using System.CommandLine;
using System.Runtime.InteropServices;
using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Sweeps;

namespace MetaNotebooks.Cli;

/// <summary>The hidden verb that is the process of one job.</summary>
internal static class JobCommand
{
    // Slurm's before a time limit.
    private const PosixSignal Notice = (PosixSignal)SlurmJobs.NoticeSignal;

    // What a job gets to write its checkpoints in, once it was asked to end.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(SlurmJobs.Notice - 15);

    // A job that comes no further than its time limit lets it would start for ever.
    private const int MostAttempts = 100;

    private static string? Slurm => Environment.GetEnvironmentVariable("SLURM_JOB_ID");

    public static Command Job(TextWriter error)
    {
        var folder = new Argument<string>("SWEEP");
        var index = new Argument<int>("INDEX");
        var job = new Command(JobRun.Verb) { folder, index };
        job.Hidden = true;
        job.SetAction(given => Run(given.GetRequiredValue(folder), given.GetValue(index), error));
        return job;
    }

    private static int Run(string folder, int index, TextWriter error)
    {
        using var ask = new CancellationTokenSource();
        using var cancel = new CancellationTokenSource();
        var noticed = false;
        void Meet(PosixSignalContext signal)
        {
            signal.Cancel = true;
            cancel.CancelAfter(Grace);
            ask.Cancel();
        }
        void MeetNotice(PosixSignalContext signal)
        {
            noticed = true;
            Meet(signal);
        }
        List<PosixSignalRegistration> registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Meet),
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Meet),
        ];
        // In a terminal, that signal says that its window has another size.
        if (Slurm is not null)
            registrations.Add(PosixSignalRegistration.Create(Notice, MeetNotice));
        try
        {
            return KernelCommands.Guard(
                error,
                () =>
                {
                    var sweep = Sweep.Open(folder);
                    var job =
                        sweep.Jobs.ElementAtOrDefault(index)
                        ?? throw new BadInputException($"{folder}: no job {index}");
                    return Run(sweep, job, ask.Token, cancel.Token, () => noticed);
                }
            );
        }
        finally
        {
            foreach (var registration in registrations)
                registration.Dispose();
        }
    }

    private static int Run(
        Sweep sweep,
        SweepJob job,
        CancellationToken ask,
        CancellationToken cancel,
        Func<bool> noticed
    )
    {
        var state = new JobRun(sweep, job, ask, cancel).Run().GetAwaiter().GetResult();
        if (state.Stage == JobStage.Passed)
            return Commands.Passed;
        if (noticed() && Slurm is { } slurm)
            if (state.Attempt < MostAttempts)
            {
                job.State = state with
                {
                    Stage = JobStage.Waiting,
                    Message = "its time limit came; it goes on",
                };
                SlurmJobs.Requeue(slurm);
            }
            else
                job.State = state with
                {
                    Stage = JobStage.Failed,
                    Message = $"its time limit came {MostAttempts} times",
                };
        return Commands.Failed;
    }
}
