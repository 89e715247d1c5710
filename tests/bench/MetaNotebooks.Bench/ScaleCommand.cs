using System.CommandLine;
using System.Diagnostics;

namespace MetaNotebooks.Bench;

/// <summary>The verb <c>scale</c>.</summary>
internal static class ScaleCommand
{
    private static readonly int[][] Values =
    [
        [1, 8, 25, 100, 400],
        [1, 2, 5, 10, 20],
        [10, 20, 40, 80, 160],
        [5, 10, 20, 50],
    ];

    public static Command Create()
    {
        var usual = string.Join(", ", SizeCommand.Axes.Select(axis => $"{axis.Usual} {axis.Name}"));
        var command = new Command(
            "scale",
            $"Runs 'size' as tasks, inner steps, width or shots grow; the others stay at {usual}."
        );
        command.SetAction(_ =>
        {
            Console.WriteLine($"{"", -12}{"", 6}{SizeCommand.Headings}");
            foreach (var ((name, _), values) in SizeCommand.Axes.Zip(Values))
            foreach (var value in values)
                Console.WriteLine($"{name, -12}{value, 6}{Run(name, value)}");
            return 0;
        });
        return command;
    }

    private static string Run(string name, int value)
    {
        string[] arguments =
        [
            typeof(ScaleCommand).Assembly.Location,
            SizeCommand.Verb,
            $"--{name}",
            $"{value}",
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };
        // Code is compiled at its best at once: so short a process has no time to find out what is worth it.
        start.Environment["DOTNET_TieredCompilation"] = "0";
        using var process = Process.Start(start)!;
        var line = process.StandardOutput.ReadToEnd().TrimEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? line
            : throw new InvalidOperationException($"'{string.Join(' ', arguments[1..])}' failed.");
    }
}
