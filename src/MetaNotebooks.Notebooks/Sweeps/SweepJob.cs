using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Sweeps;

/// <summary>A job of a sweep: a folder with its parameters, its state and what came of it.</summary>
/// <param name="Index">Its number, from 0.</param>
/// <param name="Folder">Its folder.</param>
internal sealed record SweepJob(int Index, string Folder)
{
    /// <summary>The values of its parameters.</summary>
    public JsonObject Parameters => SweepFiles.Read(At("parameters.json"));

    /// <summary>What it reported; null where it did not.</summary>
    public JsonObject? Result => File.Exists(ResultPath) ? SweepFiles.Read(ResultPath) : null;

    /// <summary>Where it reports.</summary>
    public string ResultPath => At("result.json");

    /// <summary>How far it is, by its own account.</summary>
    public JobState State
    {
        get
        {
            try
            {
                return SweepFiles.Read(At("state.json")).Deserialize<JobState>(SweepFiles.Names)
                    ?? throw new BadInputException($"{At("state.json")}: no state of a job");
            }
            catch (JsonException bad)
            {
                throw new BadInputException($"{At("state.json")}: no state of a job: {bad.Message}");
            }
        }
        set =>
            SweepFiles.Write(
                At("state.json"),
                JsonSerializer.SerializeToNode(value, SweepFiles.Names)!.AsObject()
            );
    }

    /// <summary>Its number and its parameters, for people.</summary>
    public string Name =>
        $"job {Index.ToString(CultureInfo.InvariantCulture)} "
        + $"({string.Join(", ", Parameters.Select(one => $"{one.Key} {one.Value?.ToJsonString()}"))})";

    /// <summary>A file in its folder.</summary>
    public string At(string name) => Path.Combine(Folder, name);
}
