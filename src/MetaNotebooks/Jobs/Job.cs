using System.Text.Json;
using System.Text.Json.Serialization;

namespace MetaNotebooks;

/// <summary>
/// The job of a sweep that this process runs (<c>metanotebooks sweep</c>): where it reports its figures and keeps its
/// files. Outside of a sweep a notebook or program does the same and reports to nobody.
/// </summary>
public static class Job
{
    /// <summary>The environment variable that names the job's folder.</summary>
    public const string Variable = "METANOTEBOOKS_JOB";

    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private static readonly OrderedDictionary<string, double> Results = [];
    private static readonly Lazy<Interrupts?> Asked = new(() => Folder is null ? null : new Interrupts());

    /// <summary>The job's folder; null outside of a sweep.</summary>
    public static string? Folder => Environment.GetEnvironmentVariable(Variable);

    /// <summary>
    /// Cancelled when the job is asked to end, such as before its time limit: what then keeps a checkpoint goes on from it
    /// when the job is run again. Outside of a sweep it never is.
    /// </summary>
    public static CancellationToken Stopping => Asked.Value?.Token ?? CancellationToken.None;

    /// <summary>Reports a figure of this job, a column of the sweep's table.</summary>
    /// <param name="name">Its name, which a job reports once.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="InvalidOperationException">The name was reported before.</exception>
    public static void Report(string name, double value)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new ArgumentException("The name is blank; expected one for the figure.", nameof(name));
        // A notebook is run cell by cell, again and again where it is written.
        if (Folder is not { } folder)
            return;
        lock (Results)
        {
            if (!Results.TryAdd(name, value))
                throw new InvalidOperationException(
                    $"'{name}' was reported as {Results[name]} already; expected one figure of that name a job."
                );
            var path = Path.Combine(folder, "result.json");
            var unfinished = $"{path}.unfinished";
            File.WriteAllText(unfinished, JsonSerializer.Serialize(Results, Written));
            Replacement.Put(unfinished, path);
        }
    }

    /// <summary>The path of a file that each job has its own of, such as a checkpoint.</summary>
    /// <param name="path">Where the file is outside of a sweep; in a job it has the same name, in the job's folder.</param>
    public static string PathOf(string path) =>
        Folder is { } folder ? Path.Combine(folder, Path.GetFileName(path)) : path;
}
