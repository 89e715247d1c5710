using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MetaNotebooks.Bench;

/// <summary>A run of a notebook whose cells say when they were reached.</summary>
/// <param name="Marks">When each <see cref="Now"/> was reached, in seconds from the command.</param>
/// <param name="End">When the command ended, in seconds from its start: the page is written then.</param>
internal sealed record TimedNotebook(double[] Marks, double End)
{
    /// <summary>F# that prints the time, in milliseconds.</summary>
    public const string Now = "printfn \"%d\" (DateTimeOffset.UtcNow.ToUnixTimeMilliseconds())";

    /// <summary>Runs a notebook of the given cells.</summary>
    /// <param name="command">The program that runs notebooks, and its first arguments.</param>
    /// <param name="cells">F# of each cell.</param>
    public static TimedNotebook Run(string[] command, params string[] cells)
    {
        var folder = Directory.CreateTempSubdirectory("start-");
        try
        {
            string notebook = Path.Combine(folder.FullName, "start.ipynb"),
                site = Path.Combine(folder.FullName, "site");
            File.WriteAllText(notebook, Json(cells));
            var (start, clock) = (DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), Stopwatch.StartNew());
            using var process = Process.Start(
                new ProcessStartInfo(command[0], [.. command[1..], notebook, "--out", site])
                {
                    RedirectStandardOutput = true,
                }
            )!;
            var said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            var end = clock.Elapsed.TotalSeconds;
            if (process.ExitCode != 0)
                throw new InvalidOperationException(said);
            var printed = Regex.Matches(File.ReadAllText(Path.Combine(site, "start.ipynb")), @"\b\d{13}\b");
            return new(
                [
                    .. printed.Select(mark =>
                        (long.Parse(mark.Value, CultureInfo.InvariantCulture) - start) / 1e3
                    ),
                ],
                end
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Json(string[] cells)
    {
        var all = cells.Select(
            (code, i) =>
                new JsonObject
                {
                    ["cell_type"] = "code",
                    ["id"] = $"cell-{i}",
                    ["metadata"] = new JsonObject(),
                    ["execution_count"] = null,
                    ["outputs"] = new JsonArray(),
                    ["source"] = code,
                }
        );
        var kernel = new JsonObject
        {
            ["display_name"] = ".NET (F#)",
            ["language"] = "F#",
            ["name"] = ".net-fsharp",
        };
        return new JsonObject
        {
            ["cells"] = new JsonArray([.. all]),
            ["metadata"] = new JsonObject { ["kernelspec"] = kernel },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        }.ToJsonString();
    }
}
