using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MetaNotebooks.Notebooks.Evaluation;
using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Sweeps;

/// <summary>What is run, and how.</summary>
/// <param name="Path">The notebook or program, absolute.</param>
/// <param name="Slurm">Options for sbatch; null where processes of this machine do the work.</param>
/// <param name="AtOnce">How many jobs run at a time; null for as many as Slurm will, or one a core.</param>
/// <param name="Limits">What a notebook may use.</param>
internal sealed record SweepPlan(string Path, string[]? Slurm, int? AtOnce, NotebookLimits Limits)
{
    /// <summary>Whether it is a notebook; else it is a program.</summary>
    [JsonIgnore]
    public bool IsNotebook => Path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A sweep: a folder with its plan and a folder for each job.</summary>
internal sealed class Sweep
{
    private const string PlanFile = "sweep.json";
    private const string NotebookFile = "notebook.ipynb";

    private Sweep(string folder, SweepPlan plan, IReadOnlyList<SweepJob> jobs) =>
        (Folder, Plan, Jobs) = (folder, plan, jobs);

    /// <summary>The folder, absolute.</summary>
    public string Folder { get; }

    /// <summary>What is run, and how.</summary>
    public SweepPlan Plan { get; }

    /// <summary>The jobs, in their order.</summary>
    public IReadOnlyList<SweepJob> Jobs { get; }

    /// <summary>The notebook as it was when the sweep was made, so that all jobs run the same.</summary>
    public Notebook Notebook =>
        NotebookReader.Read(SweepFiles.Read(Path.Combine(Folder, NotebookFile)), Plan.Path);

    /// <summary>Writes a new one, whole or not at all.</summary>
    /// <exception cref="BadInputException">There is something in that place already.</exception>
    public static Sweep Create(string folder, SweepPlan plan, IReadOnlyList<JsonObject> jobs)
    {
        folder = Path.GetFullPath(folder);
        if (Directory.Exists(folder) || File.Exists(folder))
            throw new BadInputException(
                $"{folder}: there is something already; expected a new place, or 'sweep retry' to go on with this one"
            );
        var unfinished = $"{folder}.unfinished";
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        Directory.CreateDirectory(unfinished);
        SweepFiles.Write(
            Path.Combine(unfinished, PlanFile),
            JsonSerializer.SerializeToNode(plan, SweepFiles.Names)!.AsObject()
        );
        if (plan.IsNotebook)
            File.Copy(plan.Path, Path.Combine(unfinished, NotebookFile));
        foreach (var (index, parameters) in jobs.Index())
        {
            var job = new SweepJob(index, Path.Combine(unfinished, NameOf(index)));
            Directory.CreateDirectory(job.Folder);
            SweepFiles.Write(job.At("parameters.json"), parameters);
            job.State = new JobState(JobStage.Waiting);
        }
        Directory.Move(unfinished, folder);
        return Open(folder);
    }

    /// <summary>Opens one.</summary>
    /// <exception cref="BadInputException">It is none.</exception>
    public static Sweep Open(string folder)
    {
        var path = Path.Combine(folder, PlanFile);
        if (!File.Exists(path))
            throw new BadInputException($"{folder}: not a sweep's folder: it has no {PlanFile}");
        try
        {
            var plan = SweepFiles.Read(path).Deserialize<SweepPlan>(SweepFiles.Names);
            var jobs = Enumerable
                .Range(0, int.MaxValue)
                .Select(index => new SweepJob(index, Path.Combine(Path.GetFullPath(folder), NameOf(index))))
                .TakeWhile(job => Directory.Exists(job.Folder));
            return new(Path.GetFullPath(folder), plan!, [.. jobs]);
        }
        catch (JsonException bad)
        {
            throw new BadInputException($"{path}: not the plan of a sweep: {bad.Message}");
        }
    }

    // Slurm, too, writes the index of a job so.
    private static string NameOf(int index) => index.ToString("D5", CultureInfo.InvariantCulture);
}
