using System.CommandLine;
using System.Globalization;

namespace MetaNotebooks.Bench;

/// <summary>The verb <c>sample</c>.</summary>
internal static class SampleCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data")
        {
            Description =
                "A folder with Omniglot's images_background_small1.zip, to draw episodes from that too.",
        };
        var command = new Command(
            "sample",
            "How many tasks or episodes a second are drawn, and what part of a training iteration's time that is."
        )
        {
            data,
        };
        command.SetAction(parsed =>
        {
            var cases = Case.All().ToDictionary(of => of.Name);
            Console.WriteLine(
                $"{"tasks", -30}{"learner", -18}{"tasks/s", 12}{"µs/iteration", 14}{"sampling %", 12}"
            );
            Print("sinusoids, 10 shots", cases["sinusoid, 1 step"]);
            Case[] classifiers = [cases["Conv4"], cases["ProtoNet"]];
            Episodes("glyphs", classifiers, ((NWayKShot)classifiers[0].Tasks).Set);
            if (parsed.GetValue(data) is { } folder)
                Episodes(
                    "Omniglot",
                    classifiers,
                    Omniglot.Read(Path.Combine(folder.FullName, "images_background_small1.zip"))
                );
            return 0;
        });
        return command;
    }

    private static void Episodes(string name, Case[] classifiers, LabelledSet set)
    {
        foreach (var shots in (int[])[1, 5])
        foreach (var of in classifiers)
            Print($"{name}, 5-way {shots}-shot", of with { Tasks = new NWayKShot(set) { Shots = shots } });
    }

    private static void Print(string name, Case of)
    {
        var sampling = Fastest.Sampling(of.Tasks, of.MetaBatch);
        var training = Fastest.Training(of.Learner, of.Tasks, of.MetaBatch);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -30}{of.Name, -18}{of.MetaBatch / sampling, 12:F0}{1e6 * training, 14:F0}{100 * sampling / training, 12:F2}"
            )
        );
    }
}
