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
        var checkpoints = new Option<DirectoryInfo?>("--checkpoints")
        {
            Description =
                "A folder to keep training's checkpoints in, made where there is none: run again with the same options, "
                + "an interrupted protocol goes on. Default: none are kept.",
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
            checkpoints,
        };
        command.SetAction(parsed =>
        {
            using var interrupts = new Interrupts();
            using var told = interrupts.Token.Register(() =>
                Console.Error.WriteLine(
                    "Ending after this iteration or judgement; Ctrl-C again ends at once."
                )
            );
            var folder = parsed.GetValue(checkpoints)?.FullName;
            try
            {
                new OmniglotSmall(parsed.GetRequiredValue(data).FullName, parsed.GetValue(share), folder).Run(
                    parsed.GetValue(learner) ?? [],
                    parsed.GetRequiredValue(shots),
                    Console.Out,
                    interrupts.Token
                );
                return 0;
            }
            catch (OperationCanceledException)
            {
                Console.Error.WriteLine(
                    folder is null ? "Interrupted." : $"Interrupted; the same command goes on from {folder}."
                );
                return 130;
            }
            catch (Exception error) when (error is IOException or ArgumentException or ArithmeticException)
            {
                Console.Error.WriteLine(error.Message);
                return 2;
            }
        });
        return command;
    }
}
