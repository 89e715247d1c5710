using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace MetaNotebooks.Bench;

/// <summary>
/// The verb <c>memory</c>: in a process of its own, since what one case has let go is there for the next.
/// </summary>
internal static class MemoryCommand
{
    private const string Verb = "memory";

    public static Command Create()
    {
        var name = new Option<string>("--case") { Description = "Its name.", Required = true };
        var command = new Command(
            Verb,
            "By how many bytes the process grows at most in one iteration of a case: its largest resident set above what it "
                + "held before, when one task has been through all code."
        )
        {
            name,
        };
        command.SetAction(parsed =>
        {
            var of = Case.All().Single(of => of.Name == parsed.GetRequiredValue(name)) with
            {
                Iterations = 1,
            };
            // Judging asks for two tasks at least.
            (of with { MetaBatch = of.Judged is null ? 1 : 2 }).Run();
            // From here on the largest is counted anew.
            File.WriteAllText("/proc/self/clear_refs", "5");
            var before = Kilobytes("VmRSS:");
            of.Run();
            Console.WriteLine(1024 * (Kilobytes("VmHWM:") - before));
            return 0;
        });
        return command;
    }

    private static long Kilobytes(string line) =>
        long.Parse(
            File.ReadLines("/proc/self/status")
                .Single(one => one.StartsWith(line, StringComparison.Ordinal))
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture
        );

    /// <summary>The kit's, in bytes.</summary>
    public static double Bytes(Case of)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [typeof(MemoryCommand).Assembly.Location, Verb, "--case", of.Name]
        )
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? double.Parse(line, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"'{Verb} --case {of.Name}' failed.");
    }
}
