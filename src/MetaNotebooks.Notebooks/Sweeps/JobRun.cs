using System.Diagnostics;
using MetaNotebooks.Notebooks.Evaluation;
using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Parameters;
using MetaNotebooks.Notebooks.Running;

namespace MetaNotebooks.Notebooks.Sweeps;

/// <summary>One run of a job, in a process of its own, whoever started that.</summary>
/// <param name="sweep">Whose job it is.</param>
/// <param name="job">The job.</param>
/// <param name="ask">Asks it to end.</param>
/// <param name="cancel">Ends it.</param>
internal sealed class JobRun(Sweep sweep, SweepJob job, CancellationToken ask, CancellationToken cancel)
{
    /// <summary>The hidden verb that makes this program the process of a job.</summary>
    public const string Verb = "job";

    /// <summary>What names the job's folder to the notebook or program; see MetaNotebooks.Job.</summary>
    public const string Variable = "METANOTEBOOKS_JOB";

    /// <summary>Runs it and keeps what came of it; the state it ends in.</summary>
    public async Task<JobState> Run()
    {
        // Slurm starts a job again whose machine broke down after it had ended.
        if (job.State is { Stage: JobStage.Passed } passed)
            return passed;
        var running = new JobState(
            JobStage.Running,
            Attempt: job.State.Attempt + 1,
            Host: Environment.MachineName,
            Process: Environment.ProcessId
        );
        job.State = running;
        // Of a run before, which did not reach its end.
        File.Delete(job.ResultPath);
        Environment.SetEnvironmentVariable(Variable, job.Folder);
        string? failure;
        try
        {
            failure = sweep.Plan.IsNotebook ? await RunNotebook() : await RunProgram();
        }
        catch (Exception bad) when (bad is BadInputException or IOException or OperationCanceledException)
        {
            failure = bad.Message;
        }
        var stage =
            failure is null ? JobStage.Passed
            : ask.IsCancellationRequested ? JobStage.Stopped
            : JobStage.Failed;
        return job.State = running with { Stage = stage, Message = failure ?? "" };
    }

    private async Task<string?> RunNotebook()
    {
        var notebook = Injection.Put(sweep.Notebook, job.Parameters);
        var run = await NotebookRunner.Run(notebook, sweep.Plan.Limits, _ => { }, cancel, ask);
        SweepFiles.Write(job.At("notebook.ipynb"), run.Notebook.ToText());
        foreach (var stream in (string[])["stdout", "stderr"])
            SweepFiles.Write(job.At($"{stream}.txt"), Printed(run.Notebook, stream));
        return run.Failure is { } failure
            ? $"cell {failure.Cell.Number}: {failure.Error.Name}: {failure.Error.Message}"
            : null;
    }

    private static string Printed(Notebook notebook, string stream) =>
        string.Concat(
            notebook
                .Code.SelectMany(cell => cell.Outputs)
                .Where(output => (string?)output!["name"] == stream)
                .Select(output => NotebookText.Join(output!["text"]))
        );

    private async Task<string?> RunProgram()
    {
        var (program, first) = DotnetProgram.Starting(sweep.Plan.Path);
        var arguments = job.Parameters.SelectMany(one => (string[])[$"--{one.Key}", one.Value!.ToString()]);
        var start = new ProcessStartInfo(program, [.. first, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var asked = ask.Register(() => ProcessTree.Ask(process));
        using var killed = cancel.Register(() => ProcessTree.End(process));
        await Task.WhenAll(Keep(process.StandardOutput, "stdout"), Keep(process.StandardError, "stderr"));
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode == 0 ? null : $"it ended with status {process.ExitCode}";
    }

    // As it comes, so that a long run can be looked at.
    private async Task Keep(StreamReader from, string name)
    {
        await using var file = File.Create(job.At($"{name}.txt"));
        await from.BaseStream.CopyToAsync(file, CancellationToken.None);
    }
}
