using System.CommandLine;

namespace MetaNotebooks.Protocols;

/// <summary>The verb <c>omniglot-small</c>.</summary>
internal static class OmniglotSmallCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data")
        {
            Description = "The folder with images_background_small1.zip and images_background_small2.zip.",
            DefaultValueFactory = _ => new("../shared/data/omniglot"),
        };
        var learner = new Option<string[]>("--learner")
        {
            Description = "Only these learners, by name; all by default.",
            AllowMultipleArgumentsPerToken = true,
        };
        var shots = new Option<int[]>("--shots")
        {
            Description = "Examples a class.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [1, 5],
        };
        var share = new Option<double>("--share")
        {
            Description = "Share of each learner's training iterations to run.",
            DefaultValueFactory = _ => 1,
        };
        var command = new Command(
            "omniglot-small",
            "Train on the characters of Omniglot's small set 1, judge on those of small set 2 whose alphabets set 1 has "
                + "not: 5-way, 600 episodes."
        )
        {
            data,
            learner,
            shots,
            share,
        };
        command.SetAction(
            (parsed, cancel) =>
            {
                try
                {
                    new OmniglotSmall(parsed.GetRequiredValue(data).FullName, parsed.GetValue(share)).Run(
                        parsed.GetValue(learner) ?? [],
                        parsed.GetRequiredValue(shots),
                        Console.Out,
                        cancel
                    );
                    return Task.FromResult(0);
                }
                catch (Exception error) when (error is IOException or ArgumentException)
                {
                    Console.Error.WriteLine(error.Message);
                    return Task.FromResult(2);
                }
            }
        );
        return command;
    }
}
