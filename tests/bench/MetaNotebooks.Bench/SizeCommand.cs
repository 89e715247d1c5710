using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using static TorchSharp.torch;

namespace MetaNotebooks.Bench;

/// <summary>The verb <c>size</c>: one measurement a process, since a process's peak is never less than it was.</summary>
internal static class SizeCommand
{
    public const string Verb = "size";

    /// <summary>What a size has, as options: the name, and the value when it is not given.</summary>
    public static readonly (string Name, int Usual)[] Axes =
    [
        ("tasks", 25),
        ("steps", 1),
        ("width", 40),
        ("shots", 10),
    ];

    /// <summary>The headings of what it prints.</summary>
    public static string Headings => $"{"ms/iteration", 14}{"tasks/s", 12}{"sampling %", 12}{"peak MB", 12}";

    public static Command Create()
    {
        var command = new Command(
            Verb,
            "Time and memory of second-order MAML on sinusoids of one size. Memory is by how much the process's peak "
                + "grows with the first meta-gradient of that size, in millions of bytes."
        );
        var options = Axes.Select(axis => new Option<int>($"--{axis.Name}")
            {
                DefaultValueFactory = _ => axis.Usual,
            })
            .ToArray();
        foreach (var option in options)
            command.Add(option);
        command.SetAction(parsed =>
        {
            int[] sizes = [.. options.Select(option => parsed.GetValue(option))];
            Measure(sizes[0], sizes[1], sizes[2], sizes[3]);
            return 0;
        });
        return command;
    }

    private static void Measure(int tasks, int steps, int width, int shots)
    {
        Warm();
        var learner = Regression(width, steps, Losses.MeanSquaredError);
        var family = new Sinusoids { Shots = shots };
        var bytes = Peak(learner, family, tasks);
        var whole = Fastest.Training(learner, family, tasks);
        var sampling = Fastest.Sampling(family, tasks);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{1e3 * whole, 14:F3}{tasks / whole, 12:F0}{100 * sampling / whole, 12:F1}{bytes / 1e6, 12:F1}"
            )
        );
    }

    // The program's own code and libtorch's, which are loaded when they are first used, are not a size's memory.
    private static void Warm()
    {
        // The second is one that the lanes do not know: automatic differentiation takes it.
        foreach (
            var loss in (TaskLoss[])[Losses.MeanSquaredError, new((p, y) => Losses.MeanSquaredError.Of(p, y))]
        )
            Peak(Regression(2, 1, loss), new Sinusoids { Shots = 1, Queries = 1 }, 1);
    }

    private static double Peak(AdaptiveLearner learner, Sinusoids family, int tasks)
    {
        using var scope = NewDisposeScope();
        var batch = family.Sample(new Seed(2), tasks);
        var meta = learner.Init(1).Leaves();
        var before = Bytes();
        learner.MetaGradient(meta, batch);
        return Bytes() - before;
    }

    private static double Bytes() => Process.GetCurrentProcess().PeakWorkingSet64;

    private static AdaptiveLearner Regression(int width, int steps, TaskLoss loss) =>
        Maml.Create(new Mlp(1, width, width, 1), loss, 0.01, steps);
}
