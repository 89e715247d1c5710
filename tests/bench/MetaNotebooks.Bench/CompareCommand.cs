using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using static TorchSharp.torch;

namespace MetaNotebooks.Bench;

/// <summary>The verb <c>compare</c>.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var cases = new Option<string[]>("--case")
        {
            Description = "Only these cases, by name; all by default.",
            AllowMultipleArgumentsPerToken = true,
        };
        var rounds = new Option<int>("--rounds")
        {
            Description = "How often all are timed in turn; the table has the medians.",
            DefaultValueFactory = _ => 7,
        };
        var json = new Option<DirectoryInfo>("--json")
        {
            Description = "Also writes the table there, as threads-N.json.",
        };
        var command = new Command("compare", "Times the kit and PyTorch in turn, on the same data.")
        {
            cases,
            rounds,
            json,
        };
        command.SetAction(parsed =>
        {
            var all = Case.All();
            string[] names = parsed.GetValue(cases) is { Length: > 0 } given
                ? given
                : [.. all.Select(of => of.Name)];
            foreach (var name in names.Where(name => all.All(of => of.Name != name)))
            {
                Console.Error.WriteLine(
                    $"case is '{name}'; expected one of {string.Join("; ", all.Select(of => of.Name))}."
                );
                return 2;
            }
            using var peers = new Peers();
            var table = new List<Timing>();
            var threads = get_num_threads();
            Console.WriteLine(
                $"PyTorch {peers.Threads(threads)}, {threads} of {Environment.ProcessorCount} cores"
            );
            var productRate = Comparison.ProductRate();
            Console.WriteLine(
                $"A product of matrices: {productRate / 1e9:F0} thousand million multiply-adds a second"
            );
            Console.WriteLine(
                $"{"case", -20}{"", -16}{"ms/iteration", 14}{"× the kit", 12}{"% of limit", 12}{"peak MB", 12}{"difference", 12}"
            );
            foreach (var of in all.Where(of => names.Contains(of.Name)))
            foreach (var timing in Comparison.Run(of, peers, threads, parsed.GetValue(rounds), productRate))
            {
                table.Add(timing);
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{timing.Case, -20}{timing.Contestant, -16}{timing.Milliseconds, 14:F3}{timing.Ratio, 12:F2}{100 * timing.Limit, 12:F1}{timing.Megabytes, 12:F1}{timing.Difference, 12:E1}"
                    )
                );
            }
            if (parsed.GetValue(json) is { } folder)
                File.WriteAllText(
                    Path.Combine(folder.FullName, $"threads-{threads}.json"),
                    JsonSerializer.Serialize(table, new JsonSerializerOptions { WriteIndented = true })
                );
            return 0;
        });
        return command;
    }
}
