using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using static TorchSharp.torch;

namespace MetaNotebooks.Bench;

/// <summary>The verb <c>scale</c>.</summary>
internal static class ScaleCommand
{
    private static readonly int[] Default = [25, 1, 40, 10];
    private static readonly string[] Names = ["tasks", "inner steps", "width", "shots"];

    public static Command Create()
    {
        var command = new Command(
            "scale",
            "Times second-order MAML on sinusoids as tasks, inner steps, width or shots grow; the others are "
                + "25 tasks, 1 step, 40 wide, 10 shots."
        );
        command.SetAction(_ =>
        {
            Console.WriteLine($"{"", -12}{"", 6}{"ms/iteration", 14}{"tasks/s", 12}{"sampling %", 12}");
            int[][] values =
            [
                [1, 8, 25, 100, 400],
                [1, 2, 5, 10, 20],
                [10, 20, 40, 80, 160],
                [5, 10, 20, 50],
            ];
            for (var axis = 0; axis < values.Length; axis++)
                foreach (var value in values[axis])
                {
                    int[] sizes = [.. Default];
                    sizes[axis] = value;
                    Print(Names[axis], value, sizes);
                }
            return 0;
        });
        return command;
    }

    private static void Print(string name, int value, int[] sizes)
    {
        var (tasks, steps, width, shots) = (sizes[0], sizes[1], sizes[2], sizes[3]);
        var learner = Maml.Create(new Mlp(1, width, width, 1), Losses.MeanSquaredError, 0.01, steps);
        var family = new Sinusoids { Shots = shots };
        var whole = Seconds(iterations =>
            Trainer.Train(learner, family, new() { Iterations = iterations, MetaBatch = tasks })
        );
        var sampling = Seconds(iterations =>
        {
            for (var i = 0; i < iterations; i++)
            {
                using var scope = NewDisposeScope();
                family.Sample(new Seed(1).At(i), tasks);
            }
        });
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -12}{value, 6}{1e3 * whole, 14:F3}{tasks / whole, 12:F0}{100 * sampling / whole, 12:F1}"
            )
        );
    }

    // Of one iteration: the least of some times, each of some tenths of a second.
    private static double Seconds(Action<int> run)
    {
        const double Enough = 0.3;
        double Time(int iterations)
        {
            using var scope = NewDisposeScope();
            var clock = Stopwatch.StartNew();
            run(iterations);
            return clock.Elapsed.TotalSeconds;
        }
        Time(20);
        var number = 20 + (int)(Enough / (Time(20) / 20));
        return Enumerable.Range(0, 3).Min(_ => Time(number)) / number;
    }
}
