using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;

namespace MetaNotebooks.Bench;

/// <summary>The verb <c>start</c>: how long a reader waits for the first things.</summary>
internal static class StartCommand
{
    public static Command Create()
    {
        var rounds = new Option<int>("--rounds")
        {
            Description = "How often each is measured; the table has the medians.",
            DefaultValueFactory = _ => 5,
        };
        var command = new Command(
            "start",
            "Times the start of a notebook, with everything built: by notebooks/run, which looks whether it is, and by "
                + "the runner alone."
        )
        {
            rounds,
        };
        command.SetAction(parsed =>
        {
            var notebooks = Path.Combine(Root(), "notebooks");
            string[] script = [Path.Combine(notebooks, "run")];
            string[] runner = ["dotnet", Path.GetFullPath(Runner, AppContext.BaseDirectory), "run"];
            var kit = $"#load \"{Path.Combine(notebooks, "kit.fsx")}\"";
            var opening = FirstCell(Path.Combine(notebooks, "01-gradient-descent.ipynb"))
                .Replace("#load \"kit.fsx\"", kit);

            void Print(string what, Func<double> seconds)
            {
                double[] times =
                [
                    .. Enumerable.Range(0, parsed.GetValue(rounds)).Select(_ => seconds()).Order(),
                ];
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{what, -44}{times[times.Length / 2], 8:F2} s"
                    )
                );
            }
            foreach (var (name, program) in new[] { ("notebooks/run", script), ("runner", runner) })
            {
                Print(
                    $"{name}: first cell done",
                    () => TimedNotebook.Run(program, TimedNotebook.Now).Marks[0]
                );
                Print($"{name}: its page written", () => TimedNotebook.Run(program, TimedNotebook.Now).End);
            }
            Print(
                "runner: first cell of notebook 01 done",
                () => TimedNotebook.Run(runner, $"{opening}\n{TimedNotebook.Now}").Marks[0]
            );
            Print(
                "#load \"kit.fsx\"",
                () =>
                {
                    var run = TimedNotebook.Run(runner, TimedNotebook.Now, kit, TimedNotebook.Now);
                    return run.Marks[1] - run.Marks[0];
                }
            );
            return 0;
        });
        return command;
    }

    // From the bench's folder of built files, whose name ends as the runner's.
    private const string Runner = "../../MetaNotebooks.Cli/release/MetaNotebooks.Cli.dll";

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MetaNotebooks.sln")))
            folder =
                folder.Parent ?? throw new InvalidOperationException("The bench is not in the kit's folder.");
        return folder.FullName;
    }

    private static string FirstCell(string notebook)
    {
        var cells = JsonNode.Parse(File.ReadAllText(notebook))!["cells"]!.AsArray();
        var code = cells.First(cell => (string?)cell!["cell_type"] == "code")!;
        return string.Concat(code["source"]!.AsArray().Select(line => (string?)line));
    }
}
