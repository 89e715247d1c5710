using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks;
using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Parameters;
using MetaNotebooks.Notebooks.Sweeps;

namespace MetaNotebooks.Cli;

/// <summary>The verbs of sweeps: one notebook or program, many parameters.</summary>
internal static class SweepCommands
{
    /// <summary>The first of them.</summary>
    public const string Verb = "sweep";

    private static readonly JobStage[] Over = [JobStage.Failed, JobStage.Stopped, JobStage.Lost];

    public static Command Sweep(TextWriter output, TextWriter error)
    {
        var path = new Argument<string>("NOTEBOOK|PROGRAM")
        {
            Description =
                "A notebook with a cell tagged 'parameters', or a program (also .dll or .fsx), which is given "
                + "'--NAME VALUE' for each.",
        };
        var grid = new Option<string[]>("--grid")
        {
            Description =
                "Values of a parameter, such as seed=1..20 or rate=.01,.1; every combination is a job.",
            HelpName = "NAME=VALUES",
            Required = true,
        };
        var slurm = new Option<string?>("--slurm")
        {
            Description =
                "Hand the jobs to Slurm, with these options for sbatch; without it processes of this machine run them.",
            HelpName = "'--partition=… --time=…'",
        };
        var atOnce = Options.Count("--at-once", "N", "How many jobs run at a time.", usual: null);
        var folder = new Option<string?>("--out")
        {
            Description =
                "The sweep's folder, which must be new; artifacts/sweeps/NAME of the kit by default.",
            HelpName = "DIR",
        };
        var limits = new LimitOptions();
        var sweep = new Command(Verb, "Run a notebook or program once for each combination of parameters.")
        {
            path,
            grid,
            slurm,
            atOnce,
            folder,
        };
        limits.AddTo(sweep);
        sweep.SetAction(
            (given, cancel) =>
                Guard(
                    error,
                    () =>
                    {
                        var jobs = Grid.Read(given.GetRequiredValue(grid));
                        var options = given.GetValue(slurm) is { } text
                            ? CommandLineParser.SplitCommandLine(text).ToArray()
                            : null;
                        var what = Path.GetFullPath(given.GetRequiredValue(path));
                        var plan = new SweepPlan(what, options, given.GetValue(atOnce), limits.Read(given));
                        Check(plan, jobs[0]);
                        var name = Path.GetFileNameWithoutExtension(what);
                        var made = Notebooks.Sweeps.Sweep.Create(
                            given.GetValue(folder) ?? KitFolder.Sweep(name),
                            plan,
                            jobs
                        );
                        return Start(made, made.Jobs, output, cancel);
                    }
                )
        );
        sweep.Add(Status(output, error));
        sweep.Add(Collect(output, error));
        sweep.Add(Retry(output, error));
        return sweep;
    }

    private static Command Status(TextWriter output, TextWriter error)
    {
        var folder = Folder();
        var status = new Command("status", "Tell how far a sweep's jobs are.") { folder };
        status.SetAction(
            (given, _) =>
                Guard(
                    error,
                    () =>
                    {
                        var sweep = Notebooks.Sweeps.Sweep.Open(given.GetRequiredValue(folder));
                        return Task.FromResult(Tell(SweepStatus.Of(sweep, StarterOf(sweep.Plan)), output));
                    }
                )
        );
        return status;
    }

    private static Command Collect(TextWriter output, TextWriter error)
    {
        var folders = new Argument<string[]>("SWEEP")
        {
            Description = "Folders of sweeps.",
            Arity = ArgumentArity.OneOrMore,
        };
        var to = new Option<string?>("--to")
        {
            Description = "The CSV to write; collected.csv in the first sweep's folder by default.",
            HelpName = "FILE.csv",
        };
        var collect = new Command(
            "collect",
            "Write one CSV of what the jobs reported: a row a job, also of those that failed or are missing."
        )
        {
            folders,
            to,
        };
        collect.SetAction(
            (given, _) =>
                Guard(
                    error,
                    () =>
                    {
                        var sweeps = given
                            .GetRequiredValue(folders)
                            .Select(Notebooks.Sweeps.Sweep.Open)
                            .ToArray();
                        var jobs = sweeps
                            .SelectMany(one => SweepStatus.Of(one, StarterOf(one.Plan)))
                            .ToArray();
                        var path = given.GetValue(to) ?? Path.Combine(sweeps[0].Folder, "collected.csv");
                        SweepFiles.Write(path, SweepTable.Write(jobs));
                        var status = Tell(jobs, output);
                        output.WriteLine($"table: {path}");
                        return Task.FromResult(status);
                    }
                )
        );
        return collect;
    }

    private static Command Retry(TextWriter output, TextWriter error)
    {
        var folder = Folder();
        var retry = new Command("retry", "Start again what failed, was stopped or is lost.") { folder };
        retry.SetAction(
            (given, cancel) =>
                Guard(
                    error,
                    () =>
                    {
                        var sweep = Notebooks.Sweeps.Sweep.Open(given.GetRequiredValue(folder));
                        var again = SweepStatus
                            .Of(sweep, StarterOf(sweep.Plan))
                            .Where(one => Over.Contains(one.State.Stage))
                            .ToArray();
                        foreach (var (job, state) in again)
                            job.State = state with { Stage = JobStage.Waiting, Message = "" };
                        return Start(sweep, [.. again.Select(one => one.Job)], output, cancel);
                    }
                )
        );
        return retry;
    }

    private static async Task<int> Start(
        Sweep sweep,
        IReadOnlyList<SweepJob> jobs,
        TextWriter output,
        CancellationToken cancel
    )
    {
        output.WriteLine($"{sweep.Folder}: {jobs.Count} jobs");
        if (jobs.Count > 0)
            await StarterOf(sweep.Plan).Start(sweep, jobs, job => Tell(job, job.State, output), cancel);
        return sweep.Plan.Slurm is null && jobs.Any(job => job.State.Stage != JobStage.Passed)
            ? Commands.Failed
            : Commands.Passed;
    }

    // Before there is a folder: the first job says whether the others can be.
    private static void Check(SweepPlan plan, JsonObject parameters)
    {
        if (plan.IsNotebook)
            Injection.Put(NotebookReader.Read(plan.Path), parameters);
        else if (!File.Exists(plan.Path))
            throw new BadInputException($"{plan.Path}: no such file");
    }

    private static int Tell(IReadOnlyList<(SweepJob Job, JobState State)> jobs, TextWriter output)
    {
        foreach (var (job, state) in jobs.Where(one => Over.Contains(one.State.Stage)))
            Tell(job, state, output);
        // One that reported nothing has no figures in the table.
        var silent = jobs.Where(one => one.State.Stage == JobStage.Passed && one.Job.Result is null)
            .ToArray();
        foreach (var (job, _) in silent)
            output.WriteLine($"{job.Name}: passed, but reported nothing");
        var counts = jobs.GroupBy(one => one.State.Stage)
            .OrderBy(group => group.Key)
            .Select(group => $"{group.Count()} {group.Key.ToString().ToLowerInvariant()}");
        output.WriteLine($"{jobs.Count} jobs: {string.Join(", ", counts)}");
        return silent.Length == 0 && jobs.All(one => one.State.Stage == JobStage.Passed)
            ? Commands.Passed
            : Commands.Failed;
    }

    private static void Tell(SweepJob job, JobState state, TextWriter output) =>
        output.WriteLine(
            $"{job.Name}: {state.Stage.ToString().ToLowerInvariant()}"
                + (state.Message.Length > 0 ? $": {state.Message}" : "")
        );

    private static IJobStarter StarterOf(SweepPlan plan) =>
        plan.Slurm is null ? new LocalJobs() : new SlurmJobs();

    private static Argument<string> Folder() => new("SWEEP") { Description = "The sweep's folder." };

    private static async Task<int> Guard(TextWriter error, Func<Task<int>> action)
    {
        try
        {
            return await action();
        }
        catch (Exception bad) when (bad is BadInputException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"error: {bad.Message}");
            return Commands.BadInput;
        }
        catch (OperationCanceledException)
        {
            return Commands.Cancelled;
        }
    }
}
